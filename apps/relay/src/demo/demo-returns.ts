import { type DemoCategory, idOf, SHOE_PAGES } from "./demo-answer.ts";

export const RETURNS: DemoCategory = {
  id: idOf(3, 0),
  icon: "undo",
  names: { en: "Exchange and return", pt: "Trocas e devoluções" },
  answers: [
    {
      id: idOf(3, 1),
      paths: ["/returns/", ...SHOE_PAGES],
      keywords: ["used", "swap", "change"],
      texts: {
        en: {
          question: "Can I exchange a worn pair?",
          source:
            "Yes, within 30 days, if you wore them **indoors**. Shoes that have been on the street we repair rather than exchange.\n\n## What we look at\n\n- The sole: clean, without scratches from stone.\n- The heel lining: no wear.\n- The box is welcome but not needed.\n\nA seam or a sole that fails within two years is mended free, worn or not.",
        },
        pt: {
          question: "Posso trocar um par já usado?",
          source:
            "Sim, em 30 dias, se o usou **dentro de casa**. Sapatos que andaram na rua, reparamos em vez de trocar.\n\n## O que vemos\n\n- A sola: limpa, sem riscos de pedra.\n- O forro do calcanhar: sem desgaste.\n- A caixa ajuda, mas não é precisa.\n\nUma costura ou sola que ceda em dois anos é arranjada de graça.",
        },
      },
    },
    {
      id: idOf(3, 2),
      paths: ["/returns/"],
      keywords: ["return", "send back", "label"],
      texts: {
        en: {
          question: "How do I send a pair back?",
          source:
            "1. Put it into its box with the slip that came with it.\n2. Hand it to the carrier: free from Portugal and Spain, €7 for the label from elsewhere in Europe.\n3. We write when it has reached us.",
        },
        pt: {
          question: "Como devolvo um par?",
          source:
            "1. Ponha-o na caixa com o talão que veio com ele.\n2. Entregue-o à transportadora: grátis de Portugal e Espanha, 7 € pela etiqueta do resto da Europa.\n3. Escrevemos quando cá chegar.",
        },
      },
    },
    {
      id: idOf(3, 3),
      paths: ["/returns/"],
      keywords: ["refund", "money back"],
      texts: {
        en: {
          question: "When is my money back?",
          source: "Within five working days after the pair has reached us, in the way you paid.",
        },
        pt: {
          question: "Quando recebo o dinheiro de volta?",
          source: "Em cinco dias úteis depois de o par cá chegar, da forma como pagou.",
        },
      },
    },
  ],
};
