import type { AgentFace } from "@shopbell/protocol/types";
import styles from "./face.module.css";

/** Up to two letters that stand for a name. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const chosen = words.length > 1 ? [words[0], words.at(-1)] : words;
  return chosen
    .map((word) => [...(word ?? "")][0] ?? "")
    .join("")
    .toLocaleUpperCase();
}

interface FaceProps {
  agent: AgentFace;
  size?: "xs" | "m";
}

/** An agent's photo, or their initials. The name stands beside it in words. */
export function Face({ agent, size = "m" }: FaceProps) {
  if (agent.photo) return <img className={styles.face} data-size={size} src={agent.photo} alt="" />;
  return (
    <span className={styles.face} data-size={size} aria-hidden="true">
      {size === "xs" ? [...initialsOf(agent.name)][0] : initialsOf(agent.name)}
    </span>
  );
}
