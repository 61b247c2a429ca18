import { Card } from "@/components/ui/card";

const STEPS = [
  {
    title: "Answer what is true today",
    text: "Each question takes yes, partly, no or unclear. Unclear is an honest answer, and counts as not ready.",
  },
  {
    title: "Plan what is open",
    text: "What is not a yes is a gap. Give it an owner and a day; the service page puts the worst first.",
  },
  {
    title: "Say yes with evidence",
    text: "A link to a test, a runbook or a dashboard convinces others, and yourself in half a year.",
  },
] as const;

/** What somebody new has to know, in three steps. */
export function HowItWorks() {
  return (
    <Card title="How it works">
      <ol className="grid gap-x-8 gap-y-4 sm:grid-cols-3">
        {STEPS.map(({ title, text }, index) => (
          <li key={title}>
            <span aria-hidden="true" className="font-serif text-2xl text-ink-3">
              {index + 1}
            </span>
            <h3 className="mt-0.5 font-strong">{title}</h3>
            <p className="text-pretty text-ink-2">{text}</p>
          </li>
        ))}
      </ol>
    </Card>
  );
}
