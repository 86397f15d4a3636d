<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ui::BindingsInspector</name>
    <message numerus="yes">
        <source>%1: %n bindings</source>
        <translation>
            <numerusform>%1: %n binding</numerusform>
            <numerusform>%1: %n bindings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ComposerPanel</name>
    <message numerus="yes">
        <source>%n errors</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warnings</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::Ladder</name>
    <message numerus="yes">
        <source>+ %n resends</source>
        <translation>
            <numerusform>+ %n resend</numerusform>
            <numerusform>+ %n resends</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::LadderModel</name>
    <message numerus="yes">
        <source>  + %n resends</source>
        <translation>
            <numerusform>  + %n resend</numerusform>
            <numerusform>  + %n resends</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::MainWindow</name>
    <message numerus="yes">
        <source>%Ln events in this flow, sent in this run: %L1</source>
        <translation>
            <numerusform>%Ln event in this flow, sent in this run: %L1</numerusform>
            <numerusform>%Ln events in this flow, sent in this run: %L1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln events dropped</source>
        <translation>
            <numerusform>%Ln event dropped</numerusform>
            <numerusform>%Ln events dropped</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::MessageTree</name>
    <message numerus="yes">
        <source>%Ln more lines are not shown.</source>
        <translation>
            <numerusform>%Ln more line is not shown.</numerusform>
            <numerusform>%Ln more lines are not shown.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more lines are not shown. Show all</source>
        <translation>
            <numerusform>%Ln more line is not shown. Show all</numerusform>
            <numerusform>%Ln more lines are not shown. Show all</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::PathWindow</name>
    <message numerus="yes">
        <source>%n requests sent</source>
        <translation>
            <numerusform>%n request sent</numerusform>
            <numerusform>%n requests sent</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::RoadSection</name>
    <message numerus="yes">
        <source>%n pretended dead</source>
        <translation>
            <numerusform>%n pretended dead</numerusform>
            <numerusform>%n pretended dead</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::SweepWindow</name>
    <message numerus="yes">
        <source>%n requests sent</source>
        <translation>
            <numerusform>%n request sent</numerusform>
            <numerusform>%n requests sent</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::TlsSection</name>
    <message numerus="yes">
        <source>%n pinned</source>
        <translation>
            <numerusform>%n pinned</numerusform>
            <numerusform>%n pinned</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::TransactionInspector</name>
    <message numerus="yes">
        <source>taken %n times</source>
        <translation>
            <numerusform>taken %n time</numerusform>
            <numerusform>taken %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::VerdictCard</name>
    <message numerus="yes">
        <source>%1 was accepted after %n requests.</source>
        <translation>
            <numerusform>%1 was accepted after %n request.</numerusform>
            <numerusform>%1 was accepted after %n requests.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more findings</source>
        <translation>
            <numerusform>and %n more finding</numerusform>
            <numerusform>and %n more findings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::WsSection</name>
    <message numerus="yes">
        <source>%n more rows</source>
        <translation>
            <numerusform>%n more row</numerusform>
            <numerusform>%n more rows</numerusform>
        </translation>
    </message>
</context>
</TS>
