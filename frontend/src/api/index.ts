/** Everything that the panel asks for. */

export * from "./answers";
export * from "./approvals";
export { messageOf } from "./ask";
export * from "./editors";
export * from "./executions";
export * from "./figures";
export * from "./grants";
export * from "./refusals";
export * from "./run";
export * from "./settings";
export * from "./steering";
export * from "./stream";
export * from "./trial";
