import { Tag } from "@/components/ui/tag";
import { counted } from "@/lib/domain/words";
import { RemoveExample } from "./remove-example";

interface ExampleBannerProps {
  /** Services that were invented, and all that are shown. */
  example: number;
  services: number;
  mayRemove: boolean;
}

/** That figures rest on invented services, and the way to take them away. */
export function ExampleBanner({ example, services, mayRemove }: ExampleBannerProps) {
  const all = example === services;
  return (
    <div
      role="status"
      className="mb-3.5 flex flex-wrap items-center gap-x-2.5 gap-y-2 rounded-lg border border-line bg-sunk px-3 py-1 print:mb-2 print:py-1"
    >
      <Tag>example</Tag>
      <p className="min-w-0 flex-1 basis-60 text-ink-2">
        {all
          ? "All of this was invented, to show what the page is like with nine months of history."
          : `${counted(example, "service")} of these ${services.toLocaleString("en")} were invented as an example.`}
        {!mayRemove && " An admin can remove it."}
      </p>
      {mayRemove && <RemoveExample />}
    </div>
  );
}
