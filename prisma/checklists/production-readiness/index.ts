import type { Question } from "../../../lib/domain/checklist";
import { questions as badInput } from "./bad-input";
import { questions as concurrency } from "./concurrency";
import { questions as dataProtection } from "./data-protection";
import { questions as databaseFailure } from "./database-failure";
import { questions as detection } from "./detection";
import { questions as documentation } from "./documentation";
import { questions as maintainability } from "./maintainability";
import { questions as rollback } from "./rollback";
import { questions as thirdParties } from "./third-parties";
import { questions as traffic } from "./traffic";

/** Every question, areas in their fixed order. */
const questions: readonly Question[] = [
  ...concurrency,
  ...badInput,
  ...thirdParties,
  ...databaseFailure,
  ...traffic,
  ...detection,
  ...rollback,
  ...dataProtection,
  ...maintainability,
  ...documentation,
];

/** The default checklist. A published version never changes: any edit here goes with a higher `version`. */
export const productionReadiness = {
  key: "production-readiness",
  name: "Production readiness",
  version: 1,
  questions,
} as const;
