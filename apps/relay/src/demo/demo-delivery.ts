import { type DemoCategory, idOf, SHOE_PAGES } from "./demo-answer.ts";

export const DELIVERY: DemoCategory = {
  id: idOf(2, 0),
  icon: "truck",
  names: { en: "Delivery", pt: "Entregas" },
  answers: [
    {
      id: idOf(2, 1),
      paths: [...SHOE_PAGES, "/delivery/"],
      keywords: ["shipping", "bucharest", "cluj"],
      texts: {
        en: {
          question: "How long is delivery to Romania?",
          source:
            "**Four to six working days**, €11, free from €150. Ordered before 14:00 on a working day, a pair leaves Lisbon the same afternoon.",
        },
        pt: {
          question: "Quanto demora a entrega na Roménia?",
          source:
            "**Quatro a seis dias úteis**, 11 €, grátis a partir de 150 €. O que é encomendado até às 14h de um dia útil sai de Lisboa nessa tarde.",
        },
      },
    },
    {
      id: idOf(2, 2),
      paths: ["/delivery/"],
      keywords: ["shipping", "abroad", "international"],
      texts: {
        en: {
          question: "Which countries do you deliver to?",
          source:
            "Portugal, Spain, France, Germany, Italy, Poland, Romania, the United Kingdom, Brazil and the United States.",
        },
        pt: {
          question: "Para que países enviam?",
          source:
            "Portugal, Espanha, França, Alemanha, Itália, Polónia, Roménia, Reino Unido, Brasil e Estados Unidos.",
        },
      },
    },
    {
      id: idOf(2, 3),
      paths: ["/delivery/"],
      keywords: ["wrong address", "moved"],
      texts: {
        en: {
          question: "Can I change the delivery address?",
          source:
            "Until the pair is packed, yes. Ring the bell with the order number: we see at once whether it is still here.",
        },
        pt: {
          question: "Posso mudar a morada de entrega?",
          source:
            "Enquanto o par não estiver embalado, sim. Toque à campainha com o número da encomenda: vemos logo se ainda cá está.",
        },
      },
    },
    {
      id: idOf(2, 4),
      paths: ["/delivery/"],
      keywords: ["pick up", "collect", "store"],
      texts: {
        en: {
          question: "Can I collect my order in Lisbon?",
          source: "Yes. Choose the shop when you order; we write as soon as it is ready, mostly within two hours.",
        },
        pt: {
          question: "Posso levantar a encomenda em Lisboa?",
          source: "Sim. Escolha a loja ao encomendar; escrevemos assim que estiver pronta, quase sempre em duas horas.",
        },
      },
    },
  ],
};
