"use client";

import dynamic from "next/dynamic";

const ToastList = dynamic(() => import("./toast-list").then((module) => module.ToastList), { ssr: false });

/** Where toasts appear; once, in the root layout. It comes after the page, before anything is said. */
export const ToastRegion = () => <ToastList />;
