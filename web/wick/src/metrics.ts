// Metrics with torchmetrics' names, averages and definitions.
export { Accumulator, CurveMetric, Metric, TensorMetric } from "./metric.js";
export * from "./metric-types.js";
