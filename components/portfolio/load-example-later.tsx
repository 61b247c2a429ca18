"use client";

import dynamic from "next/dynamic";

/** LoadExample on the page of the portfolio, which has something else to show on every day but the first. */
export const LoadExampleLater = dynamic(() => import("./load-example").then((module) => module.LoadExample));
