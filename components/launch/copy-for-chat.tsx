"use client";

import { launchHref } from "@/components/addresses/pages";
import { CopyButton } from "@/components/ui/copy-button";
import { chatText } from "./chat-text";
import { useLaunchFrame } from "./launch-frame";
import { namesIn } from "./named-questions";

/** Copies how the launch stands, with its link: there is no mail, and people have a chat. */
export function CopyForChat({ closedOn }: { closedOn: string | null }) {
  const { launch, questions, today } = useLaunchFrame();
  const text = () => {
    const url = new URL(launchHref(launch.id), window.location.href).href;
    return chatText(launch, namesIn(launch, questions), today, closedOn, url);
  };
  return <CopyButton text={text} what="the text with the link" label="Copy for chat" />;
}
