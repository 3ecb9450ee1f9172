<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>CompareWindow</name>
    <message numerus="yes">
        <source>{count} figure(s)</source>
        <translation>
            <numerusform>{count} figure</numerusform>
            <numerusform>{count} figures</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FiguresWindow</name>
    <message numerus="yes">
        <source>{count} figure(s)</source>
        <translation>
            <numerusform>{count} figure</numerusform>
            <numerusform>{count} figures</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PreviewDialog</name>
    <message numerus="yes">
        <source>{count} section(s)</source>
        <translation>
            <numerusform>{count} section</numerusform>
            <numerusform>{count} sections</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} item(s)</source>
        <translation>
            <numerusform>{count} item</numerusform>
            <numerusform>{count} items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} figure(s)</source>
        <translation>
            <numerusform>{count} figure</numerusform>
            <numerusform>{count} figures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} clause(s) of a notice</source>
        <translation>
            <numerusform>{count} clause of a notice</numerusform>
            <numerusform>{count} clauses of a notice</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message numerus="yes">
        <source>{count} item(s)</source>
        <translation>
            <numerusform>{count} item</numerusform>
            <numerusform>{count} items</numerusform>
        </translation>
    </message>
</context>
</TS>
