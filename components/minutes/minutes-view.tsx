import type { ReactNode } from "react";
import { launchHref } from "@/components/addresses/pages";
import { AddText } from "@/components/launch/add-text";
import { ButtonLink } from "@/components/ui/button-link";
import { classNames } from "@/components/ui/class-names";
import { HeadWithActions } from "@/components/ui/head-with-actions";
import { Sentence } from "@/components/ui/sentence";
import { Trail } from "@/components/ui/trail";
import type { Minutes, MinutesLine } from "@/lib/domain/launch/minutes";
import { agendaTexts } from "@/lib/domain/launch/minutes-gaps";
import { ROLE_TEXT } from "@/lib/domain/launch/roles";
import { DECISION_TEXT } from "@/lib/domain/launch/texts";
import { PrintButton } from "./print-button";

interface MinutesViewProps {
  /** Id of the launch. */
  id: string;
  minutes: Minutes;
  canCorrect: boolean;
  /** It was launched or called off: nothing of what is above its corrections changes any more. */
  isClosed: boolean;
}

/** The minutes of a launch: what was decided first, then how, the hashes of what was signed last (L9). */
export function MinutesView({ id, minutes, canCorrect, isClosed }: MinutesViewProps) {
  const { title, firstLine, objections, dispositions, conditions, carried, signOffs, remark } = minutes;
  const { course, corrections, sinceLaunch } = minutes;
  return (
    <article>
      <header className="mb-7">
        <HeadWithActions
          className=""
          actions={
            <>
              <ButtonLink href={`/api/v1/launches/${id}/minutes?format=md`} download>
                Markdown
              </ButtonLink>
              <PrintButton />
            </>
          }
        >
          <Trail
            className="mb-3"
            steps={[
              { href: "/launches", label: "Launches" },
              { href: launchHref(id), label: title },
            ]}
          >
            Minutes
          </Trail>

          <Sentence sub={isClosed ? undefined : "As it stands now: made from what happened so far."}>
            <bdi>{firstLine}</bdi>
          </Sentence>
        </HeadWithActions>
      </header>
      <div className="grid gap-8 text-lg leading-[1.55] print:gap-5">
        <Texts title="Objections" lines={objections} />
        <Agenda agenda={minutes.agenda} />
        <Texts title="Decisions" lines={dispositions} />
        <Texts title="Conditions" lines={conditions} />
        {carried.count > 0 && <Texts title="Carried" lines={[carried]} />}
        <Texts title="Sign-off" lines={[...signOffs, ...(remark === null ? [] : [{ text: remark }])]} />
        <Dated title="How it went" lines={course} />
        {(corrections.length > 0 || canCorrect) && (
          <Part title="Corrections">
            <DatedList lines={corrections} />
            {canCorrect && <AddText launch={id} what="correction" />}
          </Part>
        )}
        <Dated title="Since launch" lines={sinceLaunch} />
        <Part title="What was signed" whole>
          <p className="mb-2 text-base text-ink-2">
            Each hash is the SHA-256 of exactly what the signer saw. The bytes are kept with the launch.
          </p>
          <dl className="grid gap-1.5 text-base">
            <Hash
              name={isClosed ? "The launch, as it was closed" : "The launch, as it stands"}
              hash={minutes.revision}
            />
            {signOffs.map(({ role, decision, revision, overruling, at }) => (
              <Hash
                key={`${role} ${at.toISOString()}`}
                name={`${ROLE_TEXT[role].name}, ${DECISION_TEXT[decision]}`}
                hash={revision}
                more={overruling && { name: `${ROLE_TEXT[role].name}, overruled`, hash: overruling.revision }}
              />
            ))}
          </dl>
        </Part>
      </div>
    </article>
  );
}

/** @param whole on one sheet of paper */
function Part({ title, whole, children }: { title: string; whole?: boolean; children: ReactNode }) {
  return (
    <section className={classNames("max-w-[46em] print:max-w-none", whole && "break-inside-avoid")}>
      <h2 className="mb-2 break-after-avoid text-base font-strong text-ink-3">{title}</h2>
      {children}
    </section>
  );
}

/** Sentences under a heading; nothing where there is none. */
function Texts({ title, lines }: { title: string; lines: readonly { text: string }[] }) {
  if (lines.length === 0) return null;
  return (
    <Part title={title}>
      <ul className="grid gap-2">
        {lines.map(({ text }) => (
          <Item key={text}>{text}</Item>
        ))}
      </ul>
    </Part>
  );
}

function Item({ children }: { children: string }) {
  return (
    <li className="break-inside-avoid text-pretty [overflow-wrap:anywhere]">
      <bdi>{children}</bdi>
    </li>
  );
}

/** Each meeting with what it talked about. */
function Agenda({ agenda }: Pick<Minutes, "agenda">) {
  const meetings = [...new Set(agenda.map(({ meeting }) => meeting))];
  return meetings.map((meeting) => (
    <Part key={meeting} title={meetings.length === 1 ? "Agenda" : `Agenda of meeting ${meeting}`}>
      <ol className="grid list-decimal gap-2 pl-6 marker:text-ink-3">
        {agendaTexts(agenda.filter((line) => line.meeting === meeting)).map((text) => (
          <Item key={text}>{text}</Item>
        ))}
      </ol>
    </Part>
  ));
}

function Dated({ title, lines }: { title: string; lines: readonly MinutesLine[] }) {
  if (lines.length === 0) return null;
  return (
    <Part title={title}>
      <DatedList lines={lines} />
    </Part>
  );
}

function DatedList({ lines }: { lines: readonly MinutesLine[] }) {
  return (
    <ul className="grid gap-2">
      {lines.map(({ id, at, when, text }) => (
        <li
          key={id}
          className="grid break-inside-avoid gap-x-4 sm:grid-cols-[11.5rem_minmax(0,1fr)] print:grid-cols-[11.5rem_minmax(0,1fr)]"
        >
          <time dateTime={at.toISOString()} className="text-base leading-[1.65] text-ink-3">
            {when}
          </time>
          <bdi className="text-pretty [overflow-wrap:anywhere]">{text}</bdi>
        </li>
      ))}
    </ul>
  );
}

interface Hashed {
  name: string;
  hash: string;
}

function Hash({ name, hash, more = null }: Hashed & { more?: Hashed | null }) {
  return (
    <>
      <div>
        <dt className="text-ink-2">{name}</dt>
        <dd className="font-mono text-sm break-all text-ink-3">{hash}</dd>
      </div>
      {more && <Hash {...more} />}
    </>
  );
}
