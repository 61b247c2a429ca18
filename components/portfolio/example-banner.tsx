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
      className="mb-1 flex flex-wrap items-baseline gap-x-2 text-sm text-ink-3 print:mb-1 print:[&_button]:hidden"
    >
      <p>
        {all
          ? "Example: everything here is invented."
          : `${counted(example, "service")} of these ${services.toLocaleString("en")} are invented as an example.`}
        {!mayRemove && " An admin can remove it."}
      </p>
      {mayRemove && <RemoveExample />}
    </div>
  );
}
