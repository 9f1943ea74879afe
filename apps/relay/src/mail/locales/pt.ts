import type { Phrase } from "@shopbell/i18n";
import type { EN } from "./en.ts";

/** European Portuguese. */
export const PT: { readonly [Key in keyof typeof EN]: Phrase } = {
  fromAgent: "{agent} · {shop}",
  subject: "O seu pedido #{number} em {shop}",
  yourNumber: "O seu número",
  arrived: "A sua mensagem chegou a {shop}.",
  answeredBy: "Uma pessoa responde até {time}.",
  answered: "Uma pessoa responde assim que alguém voltar.",
  replyHere: "Pode responder a este e-mail. O que escrever fica na mesma conversa.",
  open: "Abrir o seu pedido",
  openWhy: "Quem tiver esta ligação pode ler e escrever ali. Guarde-a para si.",
  earlier: "Antes, nesta conversa",
  you: "Eu",
  automatic: "Mensagem automática",
  at: "{who}, {time}",
  file: "Ficheiro: {name}",
  transcriptSubject: "A sua conversa #{number} com {shop}",
  transcript: "Aqui está o que foi dito, como pediu. As horas são: {zone}.",
  why: "Recebe este e-mail porque fez uma pergunta a {shop} e deixou este endereço.",

  alertSubject: {
    one: "Há um visitante à espera em {shop} (#{number})",
    other: "Há {count} visitantes à espera em {shop} (desde o #{number})",
  },
  alert: {
    one: "Alguém tocou a campainha em {shop} ({time}) e não está ninguém ao balcão.",
    other: "{count} visitantes tocaram a campainha em {shop} (o primeiro: {time}) e não está ninguém ao balcão.",
  },
  alertOpen: "Responder na consola",
  alertWhy: "Recebe este e-mail porque pediu para ser avisado. Pode desligar isso na consola, junto ao seu nome.",

  confirmPostSubject: "Foi você que escreveu isto? ({shop})",
  confirmPost:
    "Alguém escreveu uma pergunta ou uma resposta para as páginas públicas de ajuda de {shop} e deixou este endereço. Se foi você, veja-a e confirme-a dentro de um dia.",
  confirmPostOpen: "Ver e confirmar",
  confirmPostWhy:
    "Recebe este e-mail porque este endereço foi deixado em {shop}. Se não foi você, não faça nada: nada é publicado e o endereço é apagado.",

  testSubject: "O Shopbell consegue enviar e-mail",
  test: "Esta é a mensagem de teste que pediu. Confirme que chegou, e os visitantes poderão deixar o seu e-mail.",
  testOpen: "Chegou",
  testWhy: "Recebe este e-mail porque testou o correio do seu Shopbell.",
  testBack: "Esta mensagem volta sozinha: testa se o correio entra. Não há nada a fazer com ela.",

  confirmTitle: "A sua mensagem de teste chegou",
  confirm: "Confirme aqui. A partir daí os visitantes podem deixar o seu e-mail para a resposta.",
  confirmButton: "Sim, chegou",
  confirmed: "O correio funciona",
  confirmedWhy: "Os visitantes já podem deixar o seu e-mail. Pode fechar esta página.",
  stale: "Este teste já não é válido",
  staleWhy: "As definições do correio mudaram entretanto. Envie outra mensagem de teste a partir da consola.",
};
