import type { FastifyReply, FastifyRequest } from "fastify";
import type { Centre } from "./centre.ts";
import { missingPage } from "./missing-page.ts";
import { sendHelpPage } from "./send-help-page.ts";

/** Says that nothing is at an address of a help centre. @param path that was asked for, in the folder of the language */
export function sendMissingPage(
  request: FastifyRequest,
  reply: FastifyReply,
  centre: Centre,
  path: string,
): FastifyReply {
  return sendHelpPage(request, reply, centre, missingPage(centre, path), { keeping: "never", status: 404 });
}
