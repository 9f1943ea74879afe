import type { Phrase } from "@shopbell/i18n";
import type { EN } from "./en.ts";

/** European Portuguese. */
export const PT: { readonly [Key in keyof typeof EN]: Phrase } = {
  asked: "Perguntas sobre esta resposta",
  nobodyYet: "Ainda ninguém perguntou nada aqui.",
  askPublicly: "Perguntar em público",
  answer: "Responder",
  answerTo: "Responder a {name}",
  report: "Denunciar",
  reportOf: "Denunciar o que {name} escreveu",

  answerPublicly: "Responder em público",
  under: "Sobre «{question}»",
  everybody:
    "Toda a gente pode ler o que escrever, com o nome que indicar. Não escreva números de encomendas nem moradas.",
  privately: "Prefiro escrever em privado",
  yourQuestion: "A sua pergunta",
  yourAnswer: "A sua resposta",
  shownName: "Nome a mostrar",
  emailWhy: "Nunca é mostrado. Enviamos-lhe um link para confirmar e apagamos o endereço o mais tardar após 30 dias.",
  nameMissing: "Indique o nome a mostrar.",
  nameTaken: "Indique o seu nome: este é o da loja.",
  emailMissing: "Deixe um endereço de e-mail: nada aparece antes de ser confirmado.",
  send: "Enviar",
  sentTitle: "Veja o seu e-mail",
  sentWhy: "Enviámos-lhe um link. Abra-o dentro de um dia e o que escreveu segue o seu caminho.",
  noMail:
    "De momento não é possível perguntar em público, porque o nosso e-mail não funciona. Uma pessoa lê o que nos escrever:",
  back: "Voltar à resposta",

  confirmTitle: "Foi você que escreveu isto?",
  confirmWhy: "Foi escrito com o seu endereço de e-mail, sobre «{question}».",
  confirmButton: "Sim, fui eu",
  confirmed: "Obrigado",
  isHeld: "{shop} vê-o primeiro. Depois aparece por baixo da resposta.",
  isShown: "Aparece por baixo da resposta dentro de um minuto.",
  before: "Isto já foi confirmado",
  beforeWhy: "Não há mais nada a fazer.",
  late: "Este link é demasiado antigo",
  lateWhy: "Era válido durante um dia. Escreva outra vez e recebe um novo.",

  reportTitle: "Denunciar isto?",
  reportWhy: "A loja é avisada. O que várias pessoas denunciam sai da página até alguém o ver.",
  reportButton: "Denunciar",
  reported: "Obrigado",
  reportedWhy: "A loja foi avisada.",
};
