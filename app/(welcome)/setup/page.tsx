import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Sentence } from "@/components/ui/sentence";
import { SetupForm } from "@/components/welcome/setup-form";
import { isSetUp } from "@/lib/queries/organisation/organisation";

export const metadata: Metadata = { title: "Set up" };

/** The first start: organisation and first admin. Afterwards it leads to signing in. */
export default async function SetupPage() {
  if (await isSetUp()) redirect("/sign-in");
  return (
    <>
      <Sentence sub="Plumbline shows which services a business can rely on, what the rest costs, and who decided to launch anyway. This takes two minutes, once.">
        First: whose services are these, and who are you?
      </Sentence>
      <SetupForm timeZones={Intl.supportedValuesOf("timeZone")} />
    </>
  );
}
