import { LinkTabs } from "@/components/ui/link-tabs";

/** What is open, and what of it is accepted. */
export function GapsTabs({ current }: { current: "gaps" | "waivers" }) {
  return (
    <div className="mb-5">
      <LinkTabs
        label="Gaps and waivers"
        tabs={[
          { href: "/gaps", label: "Gaps", current: current === "gaps" },
          { href: "/waivers", label: "Waivers", current: current === "waivers" },
        ]}
      />
    </div>
  );
}
