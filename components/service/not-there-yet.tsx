import { ButtonLink } from "@/components/ui/button-link";
import { formatTime } from "@/components/ui/format-time";
import { Sentence } from "@/components/ui/sentence";
import { dayOf } from "@/lib/domain/as-of";
import { momentText } from "./past-banner";

interface NotThereYetProps {
  service: { slug: string; name: string; createdAt: string };
  asOf: string;
  timeZone: string;
}

/** Said in place of a service's page for an instant before the service was there. */
export function NotThereYet({ service, asOf, timeZone }: NotThereYetProps) {
  return (
    <>
      <Sentence
        sub={`It was created on ${formatTime(service.createdAt, timeZone, "day")}; its history begins there.`}
      >
        <bdi className="[overflow-wrap:anywhere]">{service.name}</bdi> was not there yet{" "}
        {momentText(asOf, timeZone)}.
      </Sentence>
      <div className="mt-4 flex flex-wrap gap-2">
        <ButtonLink href={`/services/${service.slug}`} variant="main">
          Back to today
        </ButtonLink>
        <ButtonLink href={`/services/${service.slug}?asOf=${dayOf(new Date(service.createdAt), timeZone)}`}>
          As of its first day
        </ButtonLink>
      </div>
    </>
  );
}
