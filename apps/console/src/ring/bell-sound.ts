/** The partials of a small counter bell: multiples of its note, how loud, and how long they ring. */
const PARTIALS = [
  { ratio: 1, gain: 0.5, seconds: 1.1 },
  { ratio: 2.76, gain: 0.25, seconds: 0.6 },
  { ratio: 5.4, gain: 0.12, seconds: 0.3 },
] as const;
const NOTE_HZ = 1_318; // e6: above speech, below shrill
const VOLUME = 0.14;
const STRIKE_SECONDS = 0.004;

let context: AudioContext | undefined;

/** Browsers play nothing before a first gesture: this makes the bell ready at that gesture. Returns how to stop waiting. */
export function armBell(): () => void {
  const arm = () => {
    context ??= new AudioContext();
    disarm();
  };
  const disarm = () => {
    removeEventListener("pointerdown", arm);
    removeEventListener("keydown", arm);
  };
  addEventListener("pointerdown", arm);
  addEventListener("keydown", arm);
  return disarm;
}

/** One soft stroke. Silent until the bell was armed. */
export async function strikeBell(): Promise<void> {
  if (context === undefined) return;
  if (context.state === "suspended") await context.resume();
  for (const partial of PARTIALS) strike(context, partial);
}

function strike(audio: AudioContext, { ratio, gain, seconds }: (typeof PARTIALS)[number]): void {
  const now = audio.currentTime;
  const envelope = new GainNode(audio, { gain: 0 });
  envelope.gain.linearRampToValueAtTime(gain * VOLUME, now + STRIKE_SECONDS);
  envelope.gain.exponentialRampToValueAtTime(0.0001, now + seconds);

  const tone = new OscillatorNode(audio, { frequency: NOTE_HZ * ratio });
  tone.connect(envelope).connect(audio.destination);
  tone.start(now);
  tone.stop(now + seconds);
}
