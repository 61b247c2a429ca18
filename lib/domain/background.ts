/**
 * What a browser does by itself (polling, refreshing, showing that it is there) is not use of a session: an open page
 * must not keep a session from idling out. A GET says so by this header …
 */
export const BACKGROUND_HEADER = "x-background";
/** … and a page that refreshes itself, whose request takes no headers of ours, by this cookie for the while. */
export const BACKGROUND_COOKIE = "plumbline.background";
