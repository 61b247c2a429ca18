"use client";

import { onDemand } from "@/components/ui/on-demand";

/** LoadExample on the page of the portfolio, which has something else to show on every day but the first. */
export const LoadExampleLater = onDemand(() => import("./load-example").then((module) => module.LoadExample));
