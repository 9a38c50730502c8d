// Data sets, samplers and loaders with the names of torch.utils.data.
export {
  ChainDataset, ConcatDataset, Dataset, IterableDataset, KFold, StratifiedKFold, Subset, TensorDataset, openData, openSplits, randomSplit,
  type Batch, type DataConfig, type DatasetInfo, type KFoldOptions, type OpenDataOptions, type RandomSplitOptions, type Sample,
} from "./dataset.js";
export { DataLoader, type DataLoaderOptions, type LoaderState } from "./loader.js";
export {
  BatchSampler, RandomSampler, Sampler, SequentialSampler, SubsetRandomSampler, WeightedRandomSampler, type RandomSamplerOptions,
} from "./sampler.js";
