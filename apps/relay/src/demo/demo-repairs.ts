import { type DemoCategory, idOf } from "./demo-answer.ts";

export const REPAIRS: DemoCategory = {
  id: idOf(4, 0),
  icon: "store",
  names: { en: "Repairs and the shop", pt: "Reparações e a loja" },
  answers: [
    {
      id: idOf(4, 1),
      paths: ["/about/"],
      keywords: ["sole", "resole", "mend", "price"],
      texts: {
        en: {
          question: "What does resoling cost?",
          source: "A new rubber sole is **€48** and takes eight days, new heels €18 and a seam €12, three days each.",
        },
        pt: {
          question: "Quanto custa pôr solas novas?",
          source:
            "Uma sola de borracha nova custa **48 €** e demora oito dias; saltos novos 18 € e uma costura 12 €, três dias cada.",
        },
      },
    },
    {
      id: idOf(4, 2),
      paths: ["/about/"],
      keywords: ["opening hours", "address", "visit"],
      texts: {
        en: {
          question: "When is the shop open?",
          source: "Monday to Saturday from 10:00 to 19:00, Lisbon time.",
        },
        pt: {
          question: "Quando está aberta a loja?",
          source: "De segunda a sábado, das 10h às 19h.",
        },
      },
    },
    {
      id: idOf(4, 3),
      paths: [],
      keywords: ["polish", "clean", "leather", "wax"],
      texts: {
        en: {
          question: "How do I care for leather shoes?",
          source:
            "- Brush them dry, then a little cream on a cloth, twice a month.\n- Waxed leather, as on the Sintra, takes wax and not cream.\n- Wet shoes dry slowly, with paper in them, **never on a heater**.",
        },
        pt: {
          question: "Como trato sapatos de pele?",
          source:
            "- Escove-os secos e passe um pouco de creme com um pano, duas vezes por mês.\n- A pele encerada, como a da Sintra, leva cera e não creme.\n- Sapatos molhados secam devagar, com papel dentro, **nunca ao pé do aquecedor**.",
        },
      },
    },
  ],
};
