import Link from "next/link";
import type { WhatIfResult } from "@/lib/contracts/exposure";
import { STANDING_TEXT } from "@/lib/domain/vocabulary";
import { counted } from "@/lib/domain/words";

/** The services whose gaps were ticked: score and standing before and after. */
export function MovedServices({ services }: Pick<WhatIfResult, "services">) {
  if (services.length === 0) return null;
  return (
    <details className="text-sm">
      <summary className="min-h-6 w-fit rounded-sm py-0.75 text-ink-2 hover:text-ink">
        {services.length === 1
          ? "1 service with its score"
          : `${counted(services.length, "service")} with their scores`}
      </summary>
      <ul className="mt-1 max-h-56 overflow-y-auto">
        {services.map(({ service, name, before, after }) => (
          <li key={service} className="grid grid-cols-[1fr_auto] gap-x-3 border-t border-line py-1">
            <Link
              href={`/services/${service}`}
              prefetch={false}
              className="min-h-6 content-center hover:underline [overflow-wrap:anywhere]"
            >
              <bdi>{name}</bdi>
            </Link>
            <span className="content-center tabular-nums">
              {before.score ?? "–"} → {after.score ?? "–"}
            </span>
            {before.standing !== after.standing && (
              <span className="col-span-2 text-yes">
                {STANDING_TEXT[before.standing]} → {STANDING_TEXT[after.standing]}
              </span>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
