import { type DemoCategory, idOf, SHOE_PAGES } from "./demo-answer.ts";

export const SIZES: DemoCategory = {
  id: idOf(1, 0),
  icon: "ruler",
  names: { en: "Sizes and fit", pt: "Tamanhos" },
  answers: [
    {
      id: idOf(1, 1),
      paths: ["/men/alfama-low/"],
      keywords: ["size", "fit", "runs small"],
      texts: {
        en: {
          question: "Does the Alfama run small?",
          source: "No: **26.5 cm is a 42**, 27.2 cm is a 43. Between two sizes, take the larger.",
        },
        pt: {
          question: "O Alfama calça pequeno?",
          source: "Não: **26,5 cm é um 42**, 27,2 cm é um 43. Entre dois tamanhos, escolha o maior.",
        },
      },
    },
    {
      id: idOf(1, 2),
      paths: [...SHOE_PAGES, "/size-guide/"],
      keywords: ["length", "cm", "which size"],
      texts: {
        en: {
          question: "How do I measure my foot?",
          source:
            "1. Stand on a sheet of paper in the evening: feet are longest then.\n2. Mark the heel and the longest toe.\n3. Measure between the marks. The longer foot counts.\n\n25.2 cm is a 40, 26.5 cm a 42, 27.8 cm a 44.",
        },
        pt: {
          question: "Como meço o pé?",
          source:
            "1. Ponha-se de pé numa folha de papel ao fim do dia: é quando os pés estão maiores.\n2. Marque o calcanhar e o dedo mais comprido.\n3. Meça entre as marcas. Conta o pé maior.\n\n25,2 cm é um 40, 26,5 cm um 42, 27,8 cm um 44.",
        },
      },
    },
    {
      id: idOf(1, 3),
      paths: ["/size-guide/"],
      keywords: ["wide", "narrow", "last"],
      texts: {
        en: {
          question: "My feet are wide: which shoes suit me?",
          source:
            "The Sintra boot and the Tejo runner are cut on our roomiest lasts. For the Graça loafer, take one size more.\n\nUnsure? Ring the bell and tell us how wide: we know each last.",
        },
        pt: {
          question: "Tenho o pé largo: que sapatos me servem?",
          source:
            "A bota Sintra e o Tejo são feitos nas nossas formas mais largas. No mocassim Graça, escolha um tamanho acima.\n\nCom dúvidas? Toque à campainha e diga-nos a largura.",
        },
      },
    },
  ],
};
