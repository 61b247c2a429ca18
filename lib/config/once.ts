/**
 * One value per process, whatever copy of a module asks for it: Next gives instrumentation, proxy and routes
 * module copies of their own, but they share `globalThis`.
 */
export function once<T>(key: string, make: () => T): T {
  const store = globalThis as unknown as Record<symbol, unknown>;
  const symbol = Symbol.for(`plumbline.${key}`);
  if (!(symbol in store)) store[symbol] = make();
  return store[symbol] as T;
}
