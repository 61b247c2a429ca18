/**
 * For how many seconds a page may be shown again from the browser's memory before the server is asked for it: only of
 * pages that live events bring up to date (components/shell/refresh-on-change.tsx). Decision 34.
 */
export const KEPT_SECONDS = 60;
