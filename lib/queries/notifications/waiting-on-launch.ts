import "server-only";
import type { Notification } from "../../contracts/notifications";
import { isUnmet } from "../../domain/launch/conditions";
import { isOverruled } from "../../domain/launch/outcome";
import type { SignRole } from "../../domain/launch/vocabulary";
import type { NotificationKind } from "../../domain/notifications";
import type { Actor } from "../../domain/policy";
import type { ServiceThen } from "../../snapshot/service-then";
import type { Evaluated } from "../launches/evaluate";
import { dayText } from "../launches/launch-rows";
import { turnsOf } from "../launches/turns";

/** Something that waits, and for whom. */
export interface Waiting {
  item: Notification;
  waitsFor(actor: Actor): boolean;
}

const NOTHING = {
  ...{ launch: null, service: null, question: null, role: null, waiver: null, since: null, dueOn: null },
} as const;

/** A notification of a day. @param today YYYY-MM-DD, where the organisation is */
export const notificationOf = (
  kind: NotificationKind,
  ids: readonly string[],
  today: string,
  about: Partial<Omit<Notification, "id" | "kind" | "late">>,
): Notification => {
  const item = { ...NOTHING, ...about };
  return {
    ...{ id: [kind, ...ids].join(":"), kind, ...item },
    late: item.dueOn !== null && item.dueOn < today,
  };
};

/** A gap as it is told of: names of its service and its question; a key where the question is no longer asked. */
export const gapNamed = (then: ServiceThen, key: string): Pick<Notification, "service" | "question"> => {
  return {
    service: { slug: then.slug, name: then.facts.name },
    question: { key, title: then.checklist.titleOf(key) ?? key },
  };
};

const among = (people: readonly (string | null)[]) => (actor: Actor) => people.includes(actor.id);

/** Whom a no_go waits for on its day: its giver, or who has taken their place (L6). */
function whoLooksAgain({ roles }: Evaluated, role: SignRole, giver: string): string | null {
  const named = roles.find((each) => each.role === role);
  return giver === named?.signer || giver === named?.deputy ? giver : (named?.signer ?? null);
}

/** The no_gos in force that nobody overruled, and whose day to look again has come. */
function toLookAgain(evaluated: Evaluated, launch: Notification["launch"]): Waiting[] {
  const { rows, signOffs, history } = evaluated;
  return signOffs.flatMap(({ row, overruling }): Waiting[] => {
    const { role, decision, personId, lookAgainOn } = row;
    const dueOn = lookAgainOn && dayText(lookAgainOn);
    const overruled = overruling && { person: "", upToDate: overruling.because.length === 0 };
    const stands = row.supersededAt === null && decision === "no_go" && !isOverruled({ decision, overruled });
    if (!stands || dueOn === null || dueOn > history.today) return [];
    return [
      {
        item: notificationOf("look_again", [rows.id, role], history.today, { launch, role, dueOn }),
        waitsFor: among([whoLooksAgain(evaluated, role, personId)]),
      },
    ];
  });
}

/**
 * What of an open launch waits for whom: sign-offs, from when nothing is undisposed (L3) and while no no_go stands; conditions
 * for their owner; for who facilitates it, roles that nobody is named for, and a launch whose day has passed.
 */
export function waitingOnLaunch(evaluated: Evaluated): Waiting[] {
  const { rows, services, conditions, signOffs, history, outcome } = evaluated;
  const { today } = history;
  const launch = { id: rows.id, title: rows.title };
  const targetDate = dayText(rows.targetDate);
  const close = notificationOf("close", [rows.id], today, { launch, dueOn: targetDate });
  const ofRole = (kind: NotificationKind, role: SignRole, since: Date | null = null) =>
    notificationOf(kind, [rows.id, role], today, {
      ...{ launch, role, dueOn: targetDate, since: since?.toISOString() ?? null },
    });
  const turns = turnsOf(evaluated).flatMap(({ what, role, people }): Waiting[] => {
    if (what === "close") return [{ item: close, waitsFor: among(people) }];
    if (role === null) return [];
    if (what === "name_signer" || what === "sign")
      return [{ item: ofRole(what, role), waitsFor: among(people) }];
    // A no_go waits until its day, below.
    if (what !== "sign_again" || outcome.outcome === "no_go") return [];
    const signed = signOffs.find(({ row }) => row.role === role && row.supersededAt === null);
    const since = signed?.because.map(({ at }) => at).sort((a, b) => a.getTime() - b.getTime())[0];
    return [{ item: ofRole(what, role, since), waitsFor: among(people) }];
  });
  const promised = conditions
    .filter(isUnmet)
    .flatMap(({ id, service, question, owner, dueOn }): Waiting[] => {
      const then = services.find(({ slug }) => slug === service);
      if (!then) return [];
      const about = { launch, dueOn, ...gapNamed(then, question) };
      return [{ item: notificationOf("condition", [id], today, about), waitsFor: among([owner]) }];
    });
  return [...turns, ...toLookAgain(evaluated, launch), ...promised];
}
