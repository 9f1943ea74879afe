import { type FastifyReply, type FastifyRequest, LogController } from "fastify";

/** Consoles and bells ask every few seconds: what was answered as usual is told at debug, once. */
export class RequestLog extends LogController {
  override incomingRequest(): void {
    // `requestCompleted` says it all.
  }

  override requestCompleted(error: Error | null | undefined, request: FastifyRequest, reply: FastifyReply): void {
    if (error) super.requestCompleted(error, request, reply);
    else request.log.debug({ req: request, res: reply, responseTime: reply.elapsedTime }, "answered");
  }
}
