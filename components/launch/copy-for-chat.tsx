"use client";

import { useEffect, useState } from "react";
import { CopyButton } from "@/components/ui/copy-button";
import { chatText } from "./chat-text";
import { useLaunchFrame } from "./launch-frame";
import { namesIn } from "./named-questions";

/** Copies how the launch stands, with its link: there is no mail, and people have a chat. */
export function CopyForChat({ closedOn }: { closedOn: string | null }) {
  const { launch, questions, today } = useLaunchFrame();
  const [url, setUrl] = useState("");
  useEffect(() => setUrl(new URL(`/launches/${launch.id}`, window.location.href).href), [launch.id]);
  return (
    <CopyButton
      text={chatText(launch, namesIn(launch, questions), today, closedOn, url)}
      what="the text with the link"
      label="Copy for chat"
    />
  );
}
