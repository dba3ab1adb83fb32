"""Stems of the words that headings inside an article consist of, in three languages; data."""

from __future__ import annotations

STEMS = (
    "кіріспе материал әдіс әдіснама әдістеме нәтиже талқыла қорытынды зерттеу негізгі "
    "бөлім ұғым шолу әдебиет теория практика тәжірибе эксперимент талда ереже ұсыныс "
    "тұжырым пікірталас бағыт және мен пен бен алғышарт мақсат міндет мәселе өзектілік "
    "гипотеза деректер "
    "введение вступление метод методология методика методолог результат исследован "
    "обсужден заключ вывод основн положен обзор литератур часть теоретич практич анализ "
    "дискуссия постановка задач проблем цел актуальност рекомендац и их по данн введен "
    "объект гипотез литературн "
    "introduction material method methods methodology result discussion conclusion "
    "literature review research experimental main part section background theoretical "
    "framework finding analysis concluding remark summary study data and of the their "
    "provision basic recommendation limitation objective aim problem statement related "
    "work implication area hypothes design "
)
HEADING_STEMS = frozenset(STEMS.split())
