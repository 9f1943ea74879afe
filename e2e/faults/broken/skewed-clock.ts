// This machine's clock is wrong by SKEW_MS, and from a SIGUSR2 on by as much to the other side. Monotonic time is right.
const { now } = Date;
let skewMs = Number(process.env["SKEW_MS"] ?? 0);

Date.now = () => now() + skewMs;
process.on("SIGUSR2", () => {
  skewMs = -skewMs;
});
