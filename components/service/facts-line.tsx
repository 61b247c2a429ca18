import type { ReactNode } from "react";
import { teamHref } from "@/components/addresses/leads-to";
import { Link } from "@/components/ui/link";
import { Tag } from "@/components/ui/tag";
import type { Service } from "@/lib/contracts/services";
import { SERVICE_TEXTS } from "@/lib/domain/service-texts";
import { TIER_TEXT } from "@/lib/domain/vocabulary";

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-xs text-ink-3">{name}</dt>
      <dd className="min-h-6 content-center [overflow-wrap:anywhere]">{children}</dd>
    </div>
  );
}

/** A link out of Plumbline: its name, or its address when nobody named it. */
export function OutLink({ label, url }: { label: string; url: string }) {
  const text = label.trim() === "" ? url.replace(/^(https?:\/\/|mailto:)/, "") : label;
  return (
    <a
      href={url}
      target="_blank"
      rel="noreferrer"
      title={url}
      className="link inline-block min-h-6 max-w-full [overflow-wrap:anywhere] align-bottom content-center text-ink-2 hover:text-ink"
    >
      <bdi>{text}</bdi> <span aria-hidden="true">↗</span>
    </a>
  );
}

/** What is recorded of a service, or was at an instant of the past, in one quiet line. */
export function FactsLine({ service, asOf }: { service: Service; asOf: string | null }) {
  const { tier, tags, onCall, links, checklist } = service;
  return (
    <dl className="flex flex-wrap gap-x-8 gap-y-2 border-y border-line py-2 print:gap-x-5 print:gap-y-0.5 print:py-1">
      <Fact name="Team">
        <Link href={teamHref(service.team, asOf)} className="link inline-block min-h-6 content-center">
          <bdi>{service.teamName}</bdi>
        </Link>
      </Fact>
      <Fact name="Tier">
        {tier}, {TIER_TEXT[tier].name}: <span className="text-ink-2">{TIER_TEXT[tier].means}</span>
      </Fact>
      <Fact name="Lifecycle">{service.lifecycle}</Fact>
      {service.example && <Fact name="Example">invented, leaves with the example portfolio</Fact>}
      {tags.length > 0 && (
        <Fact name="Tags">
          <span className="flex max-w-160 flex-wrap gap-1">
            {tags.map((tag) => (
              <Link
                key={tag}
                href={`/services?tag=${encodeURIComponent(tag)}`}
                className="inline-flex min-h-6 items-center hover:underline"
              >
                <Tag>
                  <bdi>{tag}</bdi>
                </Tag>
              </Link>
            ))}
          </span>
        </Fact>
      )}
      {onCall !== "" && (
        <Fact name={SERVICE_TEXTS.onCall.label}>
          {/^https:\/\/[^\s/]\S*$/i.test(onCall) ? <OutLink label="" url={onCall} /> : <bdi>{onCall}</bdi>}
        </Fact>
      )}
      {links.length > 0 && (
        <Fact name="Links">
          <span className="flex flex-wrap gap-x-3">
            {links.map(({ label, url }) => (
              <OutLink key={label + url} label={label} url={url} />
            ))}
          </span>
        </Fact>
      )}
      <Fact name="Checklist">
        <Link
          href={`/checklists/${checklist.key}/versions/${checklist.version}`}
          className="link inline-block min-h-6 content-center"
        >
          {checklist.key.replaceAll("-", " ")}, version {checklist.version}
        </Link>
      </Fact>
    </dl>
  );
}
