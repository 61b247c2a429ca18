import type { AreaWords } from "./question-words";

/** What teams say about systems that they do not run. */
export const thirdParties: AreaWords = {
  "provider-outage-survived": {
    yes: [
      "With {provider} cut off, customers see a clear message and everything else goes on. Tried in {month}.",
      "Requests to {provider} go through a queue; we were without it for {minutes} minutes in {month} and nobody noticed.",
    ],
    partly: [
      "When {provider} is gone we say so. When it is slow, pages hang until the browser gives up.",
      "The main flow survives; the admin pages show an error page as a whole.",
    ],
    no: [
      "In {month} {provider} was down for {minutes} minutes, and so were we.",
      "Every page asks {provider} first and waits for the answer.",
    ],
    unclear: ["It has not been down since we are here, and nobody has pulled the plug."],
    notForUs: "It calls no system outside our own cluster.",
    evidence: ["wiki: {provider} outage drill, {month}", "graphs: Calls to {provider}"],
  },
  "outgoing-calls-time-out": {
    yes: [
      "2 s to connect, 5 s in all, set in the one client that everything uses; a lint rule refuses other clients.",
      "All {n} outgoing clients have a limit; a test with a server that never answers proves each.",
    ],
    partly: [
      "{provider} has a timeout. The tax lookup and the mail server do not.",
      "There are limits, but of 60 s: the library's default.",
    ],
    no: [
      "No timeouts set. Threads pile up whenever {provider} is slow.",
      "The HTTP client waits for ever; we restart when it hangs.",
    ],
    unclear: ["The service mesh may cut calls off. We could not find the number."],
    notForUs: "There are no outgoing calls.",
    evidence: ["git: One client with limits", "ci: Server that never answers"],
  },
  "outside-systems-listed": {
    yes: [
      "{n} systems with contact, contract and what happens without them; compared with the egress log in {month}.",
      "The list is generated from the firewall rules, and each row has an owner.",
    ],
    partly: ["Listed, without contacts.", "The page is from before the move to {provider}."],
    no: ["No list. We would grep the configuration.", "It is in the head of one person."],
    unclear: ["There is a list in procurement that we have not seen."],
    evidence: ["wiki: Systems we depend on"],
  },
  "retries-bounded": {
    yes: [
      "At most {n} tries with growing, random pauses, and a breaker that opens after ten failures.",
      "Only reads and keyed writes are retried, inside the caller's own deadline.",
    ],
    partly: [
      "Bounded, but without a breaker: when {provider} is down, we send three times the load.",
      "Our own code is fine. The SDK of {provider} retries five times on top.",
    ],
    no: [
      "A failed call is tried again at once, until it works.",
      "Retries of retries: one click made {n}7 calls in the incident of {month}.",
    ],
    unclear: ["The SDK retries, we do not know how often."],
    notForUs: "Nothing is called, so nothing is retried.",
    evidence: ["git: Retries with a budget", "graphs: Retries by target"],
  },
  "provider-limits-fit-ours": {
    yes: [
      "{provider} allows four times our peak, until the end of next year, in writing.",
      "Quotas are on a graph with our forecast beside them; we raised one in {month}.",
    ],
    partly: [
      "Requests per second fit. What they promise for uptime is below what we promise.",
      "Fits today, not the forecast for the holidays.",
    ],
    no: [
      "We promise 99.95 and {provider} promises 99.5.",
      "We ran into their limit on two Mondays in {month}.",
    ],
    unclear: ["The contract is with procurement; we have asked."],
    evidence: ["wiki: Quotas and promises", "graphs: Quota of {provider}"],
  },
  "provider-outage-rehearsed": {
    yes: [
      "Cut off and slowed down each of {n} dependencies in {month}; two surprises, both fixed.",
      "Half-yearly exercise; the last one took {minutes} minutes and found nothing new.",
    ],
    partly: [
      "Rehearsed in staging, where half of the dependencies are fakes.",
      "Cut off yes, slowed down no.",
    ],
    no: ["Never on purpose.", "Planned for {month}, then put off."],
    unclear: ["Platform did something last year; there is no record of what."],
    evidence: ["wiki: Exercise, {month}"],
  },
};
