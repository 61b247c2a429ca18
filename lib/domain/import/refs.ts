import { shown } from "./texts";

/** What a catalogue calls one of its entities. */
export interface EntityRef {
  kind: string;
  namespace: string;
  name: string;
}

const DEFAULT_NAMESPACE = "default";
const PART = /^[^\s:/]+$/;

/**
 * Reads a reference as Backstage writes it: `[kind:][namespace/]name`, letters of any case.
 * @param kind what it is when it does not say
 * @param namespace where it is when it does not say: that of the entity that refers
 * @returns null when it is none
 * @see https://backstage.io/docs/features/software-catalog/references
 */
export function parseRef(text: string, kind: string, namespace = DEFAULT_NAMESPACE): EntityRef | null {
  const match = /^(?:([^:/]+):)?(?:([^:/]+)\/)?([^:/]+)$/.exec(text.trim());
  const [, ownKind = kind, ownNamespace = namespace, name = ""] = match ?? [];
  if (!match || ![ownKind, ownNamespace, name].every((part) => PART.test(part))) return null;
  return { kind: ownKind.toLowerCase(), namespace: ownNamespace.toLowerCase(), name };
}

/** The one spelling of a reference, by which things are compared and found again: `component:default/checkout`. */
export const refText = ({ kind, namespace, name }: EntityRef): string =>
  `${kind}:${namespace}/${name}`.toLowerCase();

/** The service that a component says it depends on, as its reference; none, with a note, where it names something else. */
export function componentRef(text: string, { namespace }: EntityRef, notes: string[]): string[] {
  const ref = parseRef(text, "component", namespace);
  if (ref?.kind === "component") return [refText(ref)];
  notes.push(
    ref
      ? `${shown(text)} is a ${shown(ref.kind)}, not a service: left out.`
      : `“${shown(text)}” is no reference: left out.`,
  );
  return [];
}
