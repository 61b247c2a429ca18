/** Nothing: without this file Next would take the product's own. */
export function register() {}
