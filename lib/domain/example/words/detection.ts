import type { AreaWords } from "./question-words";

/** What teams say about knowing first. */
export const detection: AreaWords = {
  "we-know-first": {
    yes: [
      "A synthetic customer goes through it every minute from outside. Of the last {n} faults our own alarm came first each time.",
      "Outside check plus error budget alert; in {month} we knew four minutes before the first call.",
    ],
    partly: [
      "We see when it is down. When it is wrong, customers tell us.",
      "The check runs in the same data centre as the service.",
    ],
    no: [
      "The last three faults were reported by customers.",
      "It broke on a Friday in {month}, and we heard of it on Monday.",
    ],
    unclear: ["There is monitoring. Nobody remembers it going off."],
    evidence: ["graphs: Outside check", "wiki: Who knew first, {month}"],
  },
  "errors-can-be-followed": {
    yes: [
      "Each error shows a number; the log has request, cause and release under it. Support uses it daily.",
      "Request id from the edge to {store}; followed {n} errors with support in {month}, all found.",
    ],
    partly: [
      "On the server yes. Errors in the browser leave no trace.",
      "The request id is lost at the queue.",
    ],
    no: ['"Something went wrong", and a log without request ids.', "Logs are kept for two days."],
    unclear: ["The logs moved in {month}; we have not looked since."],
    evidence: ["graphs: Errors by release", "wiki: From a number to its cause"],
  },
  "alerts-reach-somebody": {
    yes: [
      "{n} alerts, each with a first step, to the person on duty; acknowledged within {minutes} minutes on average.",
      "Pruned in {month} from 140 to {n} alerts. Every one of them was answered since.",
    ],
    partly: [
      "They reach the person on duty by day. At night it is a channel.",
      "Half of them ask for nothing that anybody could do.",
    ],
    no: ["Alerts go to a mailbox.", "Nobody is on duty since the rota lapsed in {month}."],
    unclear: ["There is a rota. Three of the numbers on it are out of date."],
    evidence: ["wiki: Who is on duty", "graphs: Alerts and answers"],
  },
  "service-levels-on-a-screen": {
    yes: [
      "99.9 % and 400 ms at p95, agreed with product in {month}, on the screen in the corridor.",
      "Targets per customer journey; the board shows the budget left this month.",
    ],
    partly: ["Uptime is on a screen, speed is not written down.", "Targets agreed, board half finished."],
    no: ["No targets.", "Everybody wants it fast; nobody has said how fast."],
    unclear: ["Sales promised something. We have asked for the wording."],
    evidence: ["graphs: Service levels"],
  },
  "background-errors-seen": {
    yes: [
      "Each job reports when it ends; silence for {minutes} minutes pages somebody. Tried by switching one off.",
      "A missing run turns the board red at 06:30, before anybody needs the result.",
    ],
    partly: ["A crash is seen; a job that never starts is not.", "Seen in the log, if somebody looks."],
    no: ["The settlement job had not run for {n} days when finance asked.", "Errors of jobs go nowhere."],
    unclear: ["The scheduler sends mail to somebody who left."],
    evidence: ["graphs: Jobs by last success"],
  },
  "alarms-tested": {
    yes: [
      "Twice a year; in {month} the page came after 70 s and the right person answered.",
      "Each quarter one alarm is set off unannounced.",
    ],
    partly: ["Tested the alarm, not the people.", "Once, in {month} last year."],
    no: ["Never on purpose.", "We find out when it matters."],
    unclear: ["Platform tests theirs; whether that includes ours is not written down."],
    evidence: ["wiki: Alarm drill, {month}"],
  },
};
