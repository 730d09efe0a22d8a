/** Everything that the panel asks for. */

export * from "./approvals";
export { messageOf } from "./ask";
export * from "./executions";
export * from "./settings";
export * from "./steering";
export * from "./stream";
export * from "./trial";
