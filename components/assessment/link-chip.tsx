import { Pencil, X } from "lucide-react";
import type { EvidenceLink } from "@/lib/client/assessment/draft";
import { linkName } from "./words";

const SMALL =
  "grid min-h-6 w-6 place-items-center self-stretch text-ink-3 hover:bg-sunk hover:text-ink pointer-coarse:w-9";

interface LinkChipProps {
  link: EvidenceLink;
  onEdit: () => void;
  onRemove: () => void;
}

/** A link to evidence that can be followed, changed or taken away. */
export function LinkChip({ link, onEdit, onRemove }: LinkChipProps) {
  const name = linkName(link);
  return (
    <li className="inline-flex max-w-full items-center overflow-hidden rounded-md border border-line-strong bg-card has-[:focus-visible]:overflow-visible">
      <EvidenceAnchor
        link={link}
        className="min-h-7 max-w-full content-center [overflow-wrap:anywhere] pr-1 pl-2.5 hover:underline pointer-coarse:min-h-10"
      />
      <button type="button" aria-label={`Change the link ${name}`} onClick={onEdit} className={SMALL}>
        <Pencil aria-hidden="true" className="size-3" />
      </button>
      <button type="button" aria-label={`Remove the link ${name}`} onClick={onRemove} className={SMALL}>
        <X aria-hidden="true" className="size-3.5" />
      </button>
    </li>
  );
}

/** A link to evidence, opened beside this page; only http, https and mailto become links. */
export function EvidenceAnchor({ link, className }: { link: EvidenceLink; className?: string | undefined }) {
  if (!/^(?:https?|mailto):/i.test(link.url)) return <span className={className}>{linkName(link)}</span>;
  return (
    <a href={link.url} target="_blank" rel="noreferrer" title={link.url} className={className}>
      <bdi>{linkName(link)}</bdi> <span aria-hidden="true">↗</span>
      <span className="sr-only"> (opens a new tab)</span>
    </a>
  );
}
