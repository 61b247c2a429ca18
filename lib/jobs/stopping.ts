import { lifecycle } from "../config/lifecycle";

/** Whether this process is about to end: work that goes on for long ends itself between two services. */
export const stopping = (): boolean => lifecycle().draining;
