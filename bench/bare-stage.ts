import { type Target, TEXT, VISITORS } from "./scenario.ts";
import { connect, connectMany, type Delivered, messageId, readMessageId, type Stage } from "./stage.ts";

/** Connects everybody to the bare relay. */
export async function openBareStage(target: Target): Promise<Stage> {
  const base = `ws://127.0.0.1:${target.port}`;
  const agent = await connect(`${base}/agent`);
  const visitors = await connectMany(VISITORS, () => connect(`${base}/visitor`));
  let delivered: Delivered = () => undefined;
  agent.on("message", (frame: Buffer) => delivered(...readMessageId(JSON.parse(frame.toString()).id)));
  return {
    visitors: VISITORS,
    send(visitor, number) {
      const said = {
        type: "message.send",
        conversationId: messageId(visitor, 0),
        id: messageId(visitor, number),
        text: TEXT,
      };
      visitors[visitor]?.send(JSON.stringify(said));
    },
    onDelivered(listener) {
      delivered = listener;
    },
    close() {
      for (const socket of [agent, ...visitors]) socket.terminate();
    },
  };
}
