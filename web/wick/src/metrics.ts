// Metrics with torchmetrics' names, averages and definitions.
export { Metric } from "./metric.js";
export * from "./metric-types.js";
