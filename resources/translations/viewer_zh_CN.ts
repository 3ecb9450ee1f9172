<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>AboutDialog</name>
    <message>
        <source>This release came without a notice.</source>
        <translation>这份通稿没有附版权声明。</translation>
    </message>
    <message>
        <source>Rights held by {holder}</source>
        <translation>权利人：{holder}</translation>
    </message>
    <message>
        <source>Restated clause by clause in our own words; the publisher&apos;s own wording is what counts.</source>
        <translation>以下逐条复述，并非原文；以发布方的原文为准。</translation>
    </message>
    <message>
        <source>Word for word from the document.</source>
        <translation>以下为文稿中的原文。</translation>
    </message>
    <message>
        <source>About Release Viewer</source>
        <translation>关于通稿阅读器</translation>
    </message>
    <message>
        <source>Release Viewer {version}</source>
        <translation>通稿阅读器 {version}</translation>
    </message>
    <message>
        <source>A reader for official press releases. Program: MIT licence.</source>
        <translation>官方新闻通稿的桌面阅读器。程序以 MIT 许可证发布。</translation>
    </message>
    <message>
        <source>Copyright notices</source>
        <translation>版权声明</translation>
    </message>
    <message>
        <source>Components</source>
        <translation>组成部分</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>Component</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>查看(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>转到(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Browse by</source>
        <translation>浏览方式(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>Copy &amp;as</source>
        <translation>复制为(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>导出(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Tab</source>
        <translation>标签页(&amp;T)</translation>
    </message>
    <message>
        <source>By category</source>
        <translation>按类别</translation>
    </message>
    <message>
        <source>By unit</source>
        <translation>按单位</translation>
    </message>
    <message>
        <source>By place</source>
        <translation>按地区</translation>
    </message>
    <message>
        <source>By system</source>
        <translation>按系统与机制</translation>
    </message>
    <message>
        <source>By person</source>
        <translation>按人物</translation>
    </message>
    <message>
        <source>By figure</source>
        <translation>按数据</translation>
    </message>
    <message>
        <source>By stars and notes</source>
        <translation>按收藏与笔记</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>高对比度</translation>
    </message>
    <message>
        <source>Formatted text</source>
        <translation>带格式文本</translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation>纯文本</translation>
    </message>
    <message>
        <source>Plain text with source</source>
        <translation>纯文本并附来源</translation>
    </message>
    <message>
        <source>As Markdown</source>
        <translation>Markdown 格式</translation>
    </message>
    <message>
        <source>In the form of GB/T 7714</source>
        <translation>GB/T 7714 格式</translation>
    </message>
    <message>
        <source>As BibTeX</source>
        <translation>BibTeX 格式</translation>
    </message>
    <message>
        <source>As CSL-JSON</source>
        <translation>CSL-JSON 格式</translation>
    </message>
    <message>
        <source>As RIS</source>
        <translation>RIS 格式</translation>
    </message>
    <message>
        <source>&amp;1st</source>
        <translation>第 1 个(&amp;1)</translation>
    </message>
    <message>
        <source>&amp;2nd</source>
        <translation>第 2 个(&amp;2)</translation>
    </message>
    <message>
        <source>&amp;3rd</source>
        <translation>第 3 个(&amp;3)</translation>
    </message>
    <message>
        <source>&amp;4th</source>
        <translation>第 4 个(&amp;4)</translation>
    </message>
    <message>
        <source>&amp;5th</source>
        <translation>第 5 个(&amp;5)</translation>
    </message>
    <message>
        <source>&amp;6th</source>
        <translation>第 6 个(&amp;6)</translation>
    </message>
    <message>
        <source>&amp;7th</source>
        <translation>第 7 个(&amp;7)</translation>
    </message>
    <message>
        <source>&amp;8th</source>
        <translation>第 8 个(&amp;8)</translation>
    </message>
    <message>
        <source>&amp;Last</source>
        <translation>最后一个(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Open documents…</source>
        <translation>打开文稿(&amp;O)…</translation>
    </message>
    <message>
        <source>Open &amp;folder…</source>
        <translation>打开文件夹(&amp;F)…</translation>
    </message>
    <message>
        <source>&amp;Paste text as document</source>
        <translation>粘贴文字为文稿(&amp;P)</translation>
    </message>
    <message>
        <source>Open the &amp;shipped release</source>
        <translation>打开随附的通稿(&amp;S)</translation>
    </message>
    <message>
        <source>Open &amp;recent…</source>
        <translation>打开最近的文稿(&amp;R)…</translation>
    </message>
    <message>
        <source>Re&amp;move release</source>
        <translation>移除通稿(&amp;M)</translation>
    </message>
    <message>
        <source>New &amp;tab</source>
        <translation>新建标签页(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Close tab</source>
        <translation>关闭标签页(&amp;C)</translation>
    </message>
    <message>
        <source>Pri&amp;nt…</source>
        <translation>打印(&amp;N)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>C&amp;opy source line</source>
        <translation>复制来源行(&amp;O)</translation>
    </message>
    <message>
        <source>F&amp;ind on this page</source>
        <translation>在本页查找(&amp;I)</translation>
    </message>
    <message>
        <source>Find ne&amp;xt</source>
        <translation>查找下一处(&amp;X)</translation>
    </message>
    <message>
        <source>Find pre&amp;vious</source>
        <translation>查找上一处(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation>首选项(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Go to…</source>
        <translation>转到(&amp;G)…</translation>
    </message>
    <message>
        <source>&amp;Next tab</source>
        <translation>下一个标签页(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Previous tab</source>
        <translation>上一个标签页(&amp;P)</translation>
    </message>
    <message>
        <source>To the next part of the &amp;window</source>
        <translation>到窗口的下一部分(&amp;W)</translation>
    </message>
    <message>
        <source>To the previous p&amp;art of the window</source>
        <translation>到窗口的上一部分(&amp;A)</translation>
    </message>
    <message>
        <source>What is shown or selected…</source>
        <translation>当前内容或所选条目…</translation>
    </message>
    <message>
        <source>Langu&amp;age</source>
        <translation>语言(&amp;A)</translation>
    </message>
    <message>
        <source>Usuall&amp;y copy as</source>
        <translation>默认复制方式(&amp;Y)</translation>
    </message>
    <message>
        <source>Cit&amp;e</source>
        <translation>引用(&amp;E)</translation>
    </message>
    <message>
        <source>Reopen closed ta&amp;b</source>
        <translation>重新打开关闭的标签页(&amp;B)</translation>
    </message>
    <message>
        <source>All that is found…</source>
        <translation>全部搜索结果…</translation>
    </message>
    <message>
        <source>The whole library…</source>
        <translation>整个资料库…</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>Re&amp;do</source>
        <translation>重做(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Copy selection, or item with source</source>
        <translation>复制选中文字，或连同来源复制条目(&amp;C)</translation>
    </message>
    <message>
        <source>Copy &amp;figures as a table</source>
        <translation>把数据复制为表格(&amp;F)</translation>
    </message>
    <message>
        <source>Copy &amp;link to this page</source>
        <translation>复制本页链接(&amp;L)</translation>
    </message>
    <message>
        <source>S&amp;tar</source>
        <translation>收藏(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Highlight, or remove highlight</source>
        <translation>标记所选文字，或取消标记(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Note…</source>
        <translation>笔记(&amp;N)…</translation>
    </message>
    <message>
        <source>&amp;Search</source>
        <translation>搜索(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Recent searches</source>
        <translation>最近的搜索(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Figures</source>
        <translation>数据表(&amp;F)</translation>
    </message>
    <message>
        <source>Co&amp;mpare releases</source>
        <translation>对比通稿(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Larger text</source>
        <translation>放大文字(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Smaller text</source>
        <translation>缩小文字(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Usual text size</source>
        <translation>默认文字大小(&amp;U)</translation>
    </message>
    <message>
        <source>S&amp;idebar</source>
        <translation>侧栏(&amp;I)</translation>
    </message>
    <message>
        <source>Full s&amp;creen</source>
        <translation>全屏(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>后退(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation>前进(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;End the search</source>
        <translation>结束搜索(&amp;E)</translation>
    </message>
    <message>
        <source>How to &amp;search</source>
        <translation>搜索方法(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>快捷键一览(&amp;K)</translation>
    </message>
    <message>
        <source>What&apos;s &amp;new</source>
        <translation>新增内容(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;About and copyright notices</source>
        <translation>关于与版权声明(&amp;A)</translation>
    </message>
    <message>
        <source>Sans serif (Hei)</source>
        <translation>黑体（无衬线）</translation>
    </message>
    <message>
        <source>Serif (Song)</source>
        <translation>宋体（有衬线）</translation>
    </message>
</context>
<context>
    <name>Annotating</name>
    <message>
        <source>Open an item to star it</source>
        <translation>请先打开要收藏的条目</translation>
    </message>
    <message>
        <source>Starred</source>
        <translation>已收藏</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>收藏</translation>
    </message>
    <message>
        <source>No longer starred</source>
        <translation>已取消收藏</translation>
    </message>
    <message>
        <source>Take stars away</source>
        <translation>取消收藏</translation>
    </message>
    <message>
        <source>Open an item to highlight in it</source>
        <translation>请先打开要标记的条目</translation>
    </message>
    <message>
        <source>No longer highlighted</source>
        <translation>已取消标记</translation>
    </message>
    <message>
        <source>Take highlight away</source>
        <translation>取消标记</translation>
    </message>
    <message>
        <source>Highlighted</source>
        <translation>已标记</translation>
    </message>
    <message>
        <source>Highlight</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>Select a passage of the text to highlight it</source>
        <translation>请先选中要标记的正文</translation>
    </message>
    <message>
        <source>Open an item to write a note to it</source>
        <translation>请先打开要写笔记的条目</translation>
    </message>
    <message>
        <source>Select a passage of the text to write a note to it</source>
        <translation>只能为正文写笔记，请选中正文</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>已删除</translation>
    </message>
    <message>
        <source>Remove mark</source>
        <translation>删除标记</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>笔记</translation>
    </message>
    <message>
        <source>Undone: {change}</source>
        <translation>已撤销：{change}</translation>
    </message>
</context>
<context>
    <name>Announcing</name>
    <message>
        <source>Link: {text}</source>
        <translation>链接：{text}</translation>
    </message>
</context>
<context>
    <name>CategoryBar</name>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
</context>
<context>
    <name>Changes</name>
    <message>
        <source>Undo: {change}</source>
        <translation>撤销：{change}</translation>
    </message>
    <message>
        <source>Redo: {change}</source>
        <translation>重做：{change}</translation>
    </message>
</context>
<context>
    <name>ClearButton</name>
    <message>
        <source>Empty this line</source>
        <translation>清空这一行</translation>
    </message>
</context>
<context>
    <name>Compare</name>
    <message>
        <source>State</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>增减</translation>
    </message>
    <message>
        <source>In percent</source>
        <translation>增减率</translation>
    </message>
    <message>
        <source>Course</source>
        <translation>走势</translation>
    </message>
    <message>
        <source>Match</source>
        <translation>对应依据</translation>
    </message>
    <message>
        <source>+ new</source>
        <translation>＋ 新增</translation>
    </message>
    <message>
        <source>− gone</source>
        <translation>－ 不再有</translation>
    </message>
    <message>
        <source>≠ changed</source>
        <translation>≠ 变化</translation>
    </message>
    <message>
        <source>= the same</source>
        <translation>＝ 相同</translation>
    </message>
    <message>
        <source>{points} points</source>
        <translation>{points} 个百分点</translation>
    </message>
    <message>
        <source>set by you</source>
        <translation>由你指定</translation>
    </message>
    <message>
        <source>same label</source>
        <translation>名称相同</translation>
    </message>
    <message>
        <source>alike, {percent} %</source>
        <translation>名称相近 {percent}%</translation>
    </message>
</context>
<context>
    <name>CompareWindow</name>
    <message>
        <source>Compare</source>
        <translation>对比</translation>
    </message>
    <message>
        <source>Releases to compare</source>
        <translation>要对比的通稿</translation>
    </message>
    <message>
        <source>Space ticks a release, or unticks it</source>
        <translation>按空格键勾选或取消勾选一份通稿</translation>
    </message>
    <message>
        <source>Filter by figure</source>
        <translation>按数据筛选</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>State</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>What became of the figures that are shown</source>
        <translation>显示有哪种变化的数据</translation>
    </message>
    <message>
        <source>All figures</source>
        <translation>全部数据</translation>
    </message>
    <message>
        <source>Correct match…</source>
        <translation>更正对应…</translation>
    </message>
    <message>
        <source>Say of the selected figure what it is the same as</source>
        <translation>指明所选数据与哪一项相同</translation>
    </message>
    <message>
        <source>Export chart…</source>
        <translation>导出图表…</translation>
    </message>
    <message>
        <source>Write the charts of the selected rows into a file</source>
        <translation>把所选各行的图表写入文件</translation>
    </message>
    <message>
        <source>Figures compared</source>
        <translation>对比的数据</translation>
    </message>
    <message>
        <source>Enter leads to the sentence of a figure, Ctrl+C copies rows</source>
        <translation>按 Enter 转到数据所在的句子，按 Ctrl+C 复制所选的行</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>Tick two releases or more to compare them. Others come in with Ctrl+O.</source>
        <translation>勾选两份或更多通稿即可对比。按 Ctrl+O 打开更多通稿。</translation>
    </message>
    <message numerus="yes">
        <source>{count} figure(s)</source>
        <translation>
            <numerusform>{count} 项数据</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DetailPane</name>
    <message>
        <source>Page</source>
        <translation>页面</translation>
    </message>
</context>
<context>
    <name>DocumentChooser</name>
    <message>
        <source>Open documents</source>
        <translation>打开文稿</translation>
    </message>
    <message>
        <source>Open a folder of documents</source>
        <translation>打开文稿文件夹</translation>
    </message>
    <message>
        <source>There is no text on the clipboard.</source>
        <translation>剪贴板上没有文字。</translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message>
        <source>Figure</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>As written</source>
        <translation>原文写法</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Measured in</source>
        <translation>计量单位</translation>
    </message>
    <message>
        <source>Qualifier</source>
        <translation>限定</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>Unit responsible</source>
        <translation>涉及单位</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>条目</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Paragraph</source>
        <translation>段落</translation>
    </message>
    <message>
        <source>logarithmic scale up to {most}</source>
        <translation>对数刻度，最大 {most}</translation>
    </message>
    <message>
        <source>scale up to {most}</source>
        <translation>刻度最大 {most}</translation>
    </message>
</context>
<context>
    <name>FiguresWindow</name>
    <message>
        <source>Figures</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Which figures</source>
        <translation>数据范围</translation>
    </message>
    <message>
        <source>Filter by figure, item or unit</source>
        <translation>按数据、条目或单位筛选</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Write the figures of this table into a file</source>
        <translation>把此表的数据写入文件</translation>
    </message>
    <message>
        <source>Enter leads to the sentence of a figure, Ctrl+C copies rows</source>
        <translation>按 Enter 转到数据所在的句子，按 Ctrl+C 复制所选的行</translation>
    </message>
    <message numerus="yes">
        <source>{count} figure(s)</source>
        <translation>
            <numerusform>{count} 项数据</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find on this page</source>
        <translation>在本页查找</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>上一处</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>下一处</translation>
    </message>
    <message>
        <source>Close the find bar</source>
        <translation>关闭查找栏</translation>
    </message>
    <message>
        <source>continued from the top</source>
        <translation>已从页首继续</translation>
    </message>
    <message>
        <source>continued from the end</source>
        <translation>已从页尾继续</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>第 {number} 处，共 {count} 处</translation>
    </message>
    <message>
        <source>Matches: {count}</source>
        <translation>共 {count} 处</translation>
    </message>
    <message>
        <source>No matches</source>
        <translation>没有找到</translation>
    </message>
</context>
<context>
    <name>GoTo</name>
    <message>
        <source>Part of a name, pinyin or initials; &gt; for commands</source>
        <translation>名称的一部分、拼音或首字母；输入 &gt; 查找命令</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>转到</translation>
    </message>
    <message>
        <source>Pages and commands</source>
        <translation>页面与命令</translation>
    </message>
    <message>
        <source>Nothing is called “{typed}”. Try a shorter part of a name, or its pinyin; Ctrl+K searches the texts.</source>
        <translation>没有名称含“{typed}”的页面或命令。请试试更短的片段或拼音；按 Ctrl+K 可搜索正文。</translation>
    </message>
    <message>
        <source>{name}, {place} of {total}</source>
        <translation>{name}，第 {place} 项，共 {total} 项</translation>
    </message>
</context>
<context>
    <name>GoalsModel</name>
    <message>
        <source>Release</source>
        <translation>通稿</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>条目</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>any part of a title, a text or a name, from one character on</source>
        <translation>标题、正文或名称中的任意一段，一个字也可以</translation>
    </message>
    <message>
        <source>both words, wherever they stand</source>
        <translation>两个词都要有，位置不限</translation>
    </message>
    <message>
        <source>the words in one piece and just as they are</source>
        <translation>引号中的词连在一起，照字面查找</translation>
    </message>
    <message>
        <source>the first word without the second</source>
        <translation>有前一个词，没有后一个词</translation>
    </message>
    <message>
        <source>either word</source>
        <translation>有其中一个词即可</translation>
    </message>
    <message>
        <source>brackets hold together; without them OR binds least</source>
        <translation>括号表示先后；没有括号时 OR 最后结合</translation>
    </message>
    <message>
        <source>pinyin of titles and names, from any character on</source>
        <translation>标题和名称的拼音，可以从任意一个字开始</translation>
    </message>
    <message>
        <source>their initials, or both mixed</source>
        <translation>拼音首字母，也可以与全拼混用</translation>
    </message>
    <message>
        <source>traditional and full-width characters and capitals make no difference</source>
        <translation>不区分繁简、全角半角和大小写</translation>
    </message>
    <message>
        <source>a number however it is written: 3.6亿, 36000万, 360000000</source>
        <translation>同一个数，不论怎样书写：3.6亿、36000万、360000000</translation>
    </message>
    <message>
        <source>figures by value: &gt; &gt;= &lt; &lt;= = and ranges, with or without unit</source>
        <translation>按数值查找：&gt; &gt;= &lt; &lt;= = 和范围，可以带单位</translation>
    </message>
    <message>
        <source>value and unit of the same figure</source>
        <translation>同一个数据的数值和单位</translation>
    </message>
    <message>
        <source>A click on an example types it.</source>
        <translation>点一下示例，就会替你输入。</translation>
    </message>
    <message>
        <source>Good to know</source>
        <translation>小提示</translation>
    </message>
    <message>
        <source>Signs may be full-width. A bad query is no mistake: what cannot be understood is left out, and said.</source>
        <translation>符号可以是全角。输入有误也不要紧：看不懂的部分会略去，并在状态栏说明。</translation>
    </message>
    <message>
        <source>Hits in titles come first, then those in names, then the rest; newer before older.</source>
        <translation>标题中的结果在前，其次是名称，再次是正文；新的在旧的之前。</translation>
    </message>
    <message>
        <source>↑ ↓ go through the hits, Enter opens one, Tab takes a completion.</source>
        <translation>↑ ↓ 逐条查看，Enter 打开，Tab 采用补全。</translation>
    </message>
    <message>
        <source>↓ in the empty bar shows recent searches.</source>
        <translation>搜索栏为空时按 ↓ 显示最近的搜索。</translation>
    </message>
    <message>
        <source>What can be typed</source>
        <translation>可以输入什么</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Esc ends the search and brings back this page.</source>
        <translation>按 Esc 结束搜索，回到本页。</translation>
    </message>
    <message>
        <source>can be typed as {names}</source>
        <translation>可以写作 {names}</translation>
    </message>
    <message>
        <source>text; UTF-8, UTF-16, UTF-32, GB18030 (GBK, GB2312) and Big5 are told apart</source>
        <translation>纯文本；自动辨认 UTF-8、UTF-16、UTF-32、GB18030（GBK、GB2312）和 Big5</translation>
    </message>
    <message>
        <source>Markdown with tables, and the HTML in it</source>
        <translation>Markdown，包括表格和其中的 HTML</translation>
    </message>
    <message>
        <source>a saved web page: its article, without what stands around it; nothing is fetched</source>
        <translation>保存的网页：只取文章，不取四周的内容；不下载任何东西</translation>
    </message>
    <message>
        <source>Word: paragraphs, numbers, headings, lists and tables; macros are never run</source>
        <translation>Word：段落、编号、标题、列表和表格；绝不运行宏</translation>
    </message>
    <message>
        <source>PDF with text in it; a scan has none, and that is said</source>
        <translation>含文字的 PDF；扫描件没有文字，会如实说明</translation>
    </message>
    <message>
        <source>a release in our own format, see below</source>
        <translation>本程序自己的通稿格式，见下文</translation>
    </message>
    <message>
        <source>Markdown, with sources</source>
        <translation>Markdown，附来源</translation>
    </message>
    <message>
        <source>a web page in one file</source>
        <translation>单个文件的网页</translation>
    </message>
    <message>
        <source>a table for spreadsheets: items, or the figures alone</source>
        <translation>供电子表格使用的表：条目，或只有数据</translation>
    </message>
    <message>
        <source>everything that is known of each item</source>
        <translation>每个条目的全部信息</translation>
    </message>
    <message>
        <source>pages to print or to pass on, with source and notice below</source>
        <translation>可打印或转交的页面，下方有来源和版权声明</translation>
    </message>
    <message>
        <source>charts of a comparison, with their sources</source>
        <translation>对比的图表，附来源</translation>
    </message>
    <message>
        <source>one is shown first as it was understood; or drop it on the window</source>
        <translation>单份文稿会先给出识别结果；也可以拖到窗口上</translation>
    </message>
    <message>
        <source>all documents in it</source>
        <translation>其中的全部文稿</translation>
    </message>
    <message>
        <source>the text on the clipboard</source>
        <translation>剪贴板上的文字</translation>
    </message>
    <message>
        <source>What can be opened</source>
        <translation>能打开什么</translation>
    </message>
    <message>
        <source>The kind is told by the content, not by the name alone. Opening the same document again changes nothing; the source of a release that is there already is attached to it.</source>
        <translation>种类按内容判断，不只看文件名。再次打开同一份文稿不会有任何改变；如果它是资料库中某份通稿的原文，就会附在那份通稿上。</translation>
    </message>
    <message>
        <source>What can be exported</source>
        <translation>能导出什么</translation>
    </message>
    <message>
        <source>all releases</source>
        <translation>全部通稿</translation>
    </message>
    <message>
        <source>{key} exports what is shown or selected: an item, a section, a release, several rows.</source>
        <translation>{key} 导出当前内容或所选内容：一个条目、一个类别、一份通稿，或所选的各行。</translation>
    </message>
    <message>
        <source>References are copied in the form of GB/T 7714, BibTeX, CSL-JSON and RIS: Edit, then Cite.</source>
        <translation>引用可复制为 GB/T 7714、BibTeX、CSL-JSON 和 RIS：在“编辑”菜单中选“引用”。</translation>
    </message>
    <message>
        <source>Our own format</source>
        <translation>本程序自己的格式</translation>
    </message>
    <message>
        <source>A release can be written by hand or by another program as JSON. A JSON Schema describes it, and the release that ships is an example; a mistake is said with its place.</source>
        <translation>通稿可以手写，也可以由别的程序写成 JSON。格式由 JSON Schema 描述，随附的通稿就是一例；有错误时会指出位置。</translation>
    </message>
    <message>
        <source>Schema</source>
        <translation>格式描述</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>what the program does</source>
        <translation>程序能做什么</translation>
    </message>
    <message>
        <source>How to search</source>
        <translation>搜索方法</translation>
    </message>
    <message>
        <source>what can be typed, with examples to try</source>
        <translation>可以输入什么，附可点的示例</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快捷键一览</translation>
    </message>
    <message>
        <source>everything in the menus, and its keys</source>
        <translation>菜单中的每一项和它的快捷键</translation>
    </message>
    <message>
        <source>Documents and files</source>
        <translation>文稿与文件</translation>
    </message>
    <message>
        <source>what can be opened, and what can be exported</source>
        <translation>能打开什么，能导出什么</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>隐私</translation>
    </message>
    <message>
        <source>what is kept, and where; no network</source>
        <translation>保存了什么，保存在哪里；不联网</translation>
    </message>
    <message>
        <source>What&apos;s new</source>
        <translation>新增内容</translation>
    </message>
    <message>
        <source>version by version</source>
        <translation>逐个版本</translation>
    </message>
    <message>
        <source>In the search bar</source>
        <translation>在搜索栏中</translation>
    </message>
    <message>
        <source>through the hits</source>
        <translation>在结果间移动</translation>
    </message>
    <message>
        <source>through the hits, a page at a time</source>
        <translation>在结果间翻页</translation>
    </message>
    <message>
        <source>open the hit</source>
        <translation>打开结果</translation>
    </message>
    <message>
        <source>take the completion; again: the next one</source>
        <translation>采用补全；再按换下一个</translation>
    </message>
    <message>
        <source>in the empty bar: recent searches</source>
        <translation>搜索栏为空时：最近的搜索</translation>
    </message>
    <message>
        <source>In “Go to”</source>
        <translation>在“转到”中</translation>
    </message>
    <message>
        <source>through what is offered</source>
        <translation>在所列各项间移动</translation>
    </message>
    <message>
        <source>go there, or do it</source>
        <translation>转到那里，或执行</translation>
    </message>
    <message>
        <source>open in a new tab</source>
        <translation>在新标签页中打开</translation>
    </message>
    <message>
        <source>In the find bar</source>
        <translation>在查找栏中</translation>
    </message>
    <message>
        <source>to the next match, to the one before</source>
        <translation>到下一处、上一处</translation>
    </message>
    <message>
        <source>In the sidebar</source>
        <translation>在侧栏中</translation>
    </message>
    <message>
        <source>to the row before, to the next one</source>
        <translation>到上一行、下一行</translation>
    </message>
    <message>
        <source>close a branch, open it</source>
        <translation>收起、展开</translation>
    </message>
    <message>
        <source>On a page</source>
        <translation>在页面上</translation>
    </message>
    <message>
        <source>to the next link, to the one before</source>
        <translation>到下一个链接、上一个链接</translation>
    </message>
    <message>
        <source>follow the link</source>
        <translation>打开链接</translation>
    </message>
    <message>
        <source>In a note</source>
        <translation>在笔记中</translation>
    </message>
    <message>
        <source>keep it</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>In the preview of a document</source>
        <translation>在文稿预览中</translation>
    </message>
    <message>
        <source>the chosen paragraphs are text, or headings of that level</source>
        <translation>把所选段落设为正文，或该级标题</translation>
    </message>
    <message>
        <source>A click with the middle button, or with Ctrl held, opens a link or a row in a new tab.</source>
        <translation>用鼠标中键点击，或按住 Ctrl 点击，可在新标签页中打开链接或条目。</translation>
    </message>
    <message>
        <source>CHANGELOG.md</source>
        <translation>resources/CHANGELOG.zh_CN.md</translation>
    </message>
    <message>
        <source>The program opens no network connection: it fetches nothing, sends nothing, and looks for no updates.</source>
        <translation>程序不建立任何网络连接：不下载，不发送，也不检查更新。</translation>
    </message>
    <message>
        <source>A web address is opened by your browser, and only when you click it. When you print, your system&apos;s own print service is asked for its printers.</source>
        <translation>网址由你的浏览器打开，而且只在你点击之后。打印时，程序会向系统自带的打印服务询问有哪些打印机。</translation>
    </message>
    <message>
        <source>What is kept, and where</source>
        <translation>保存了什么，保存在哪里</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>资料库</translation>
    </message>
    <message>
        <source>The releases that you opened, word for word, and the search index; your stars, highlighted passages and notes; figures that you matched or kept apart.</source>
        <translation>你打开过的通稿（逐字保留）和搜索索引；你的收藏、标记和笔记；你认定相同或不同的数据。</translation>
    </message>
    <message>
        <source>Copies of the library</source>
        <translation>资料库备份</translation>
    </message>
    <message>
        <source>Copies that were made before a new version of the program changed the library, before another was restored, or when you asked for one, and damaged libraries as they were. None is ever deleted by itself.</source>
        <translation>程序新版本改动资料库之前、恢复备份之前以及按你要求所做的备份，还有损坏的资料库原件。这些文件都不会自动删除。</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>首选项</translation>
    </message>
    <message>
        <source>Language, theme, how text is set, how you usually copy.</source>
        <translation>语言、主题、文字排版、默认复制方式。</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>上次的状态</translation>
    </message>
    <message>
        <source>How the window was left: tabs with the pages that they have shown, how far pages have been read, recent searches, and the names of recent documents.</source>
        <translation>窗口关闭时的样子：标签页及其看过的页面、各页读到哪里、最近的搜索、最近文稿的文件名。</translation>
    </message>
    <message>
        <source>Later starts</source>
        <translation>再次启动</translation>
    </message>
    <message>
        <source>What a later start was asked to open, until the window that is open takes it.</source>
        <translation>再次启动时要打开的内容，暂存于此，由已打开的窗口取走。</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>出错记录</translation>
    </message>
    <message>
        <source>Where in the program an unexpected error or a crash happened, with the version; no text of documents, notes or searches.</source>
        <translation>意外错误或崩溃发生在程序的哪一处，以及版本号；不含文档、笔记或搜索的任何文字。</translation>
    </message>
    <message>
        <source>After uninstalling</source>
        <translation>卸载之后</translation>
    </message>
    <message>
        <source>Uninstalling the program leaves these files as they are. Delete them if nothing is to remain; take them along if you move to another machine.</source>
        <translation>卸载程序不会动这些文件。不想留下任何东西，删除它们即可；换一台电脑，把它们带走即可。</translation>
    </message>
    <message>
        <source>browse at the left; there are other ways beside it in the View menu</source>
        <translation>在左侧浏览；“查看”菜单中还有其他浏览方式</translation>
    </message>
    <message>
        <source>find at every keystroke: words, pinyin, figures however they are written</source>
        <translation>边输入边查找：词、拼音、各种写法的数</translation>
    </message>
    <message>
        <source>read releases of your own, word for word, beside their outline and figures</source>
        <translation>逐字阅读自己的通稿，旁边是提纲和数据</translation>
    </message>
    <message>
        <source>see figures in a table, sorted and filtered</source>
        <translation>把数据列成表格，可排序、筛选</translation>
    </message>
    <message>
        <source>put releases side by side, and follow figures over the years</source>
        <translation>把几份通稿并排，看数据逐年的变化</translation>
    </message>
    <message>
        <source>go to the release that came with the program, or bring it back</source>
        <translation>查看随程序附带的通稿，或把它找回来</translation>
    </message>
    <message>
        <source>read the copyright notice of every release</source>
        <translation>阅读每份通稿的版权声明</translation>
    </message>
    <message>
        <source>Release Viewer reads official press releases in Chinese: browse them, search while you type, see their figures, and copy what you need with its source.</source>
        <translation>通稿阅读器用来阅读官方新闻通稿：浏览、边输入边搜索、查看数据，并把所需内容连同来源复制出来。</translation>
    </message>
    <message>
        <source>Press releases belong to their publishers; the copyright notice of each says what may be done with it.</source>
        <translation>通稿归发布者所有；可以怎样使用，见各自的版权声明。</translation>
    </message>
    <message>
        <source>To begin with</source>
        <translation>从这里开始</translation>
    </message>
    <message>
        <source>More help</source>
        <translation>更多帮助</translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message>
        <source>Added</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Replaced</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>Attached as the original</source>
        <translation>已附为原文</translation>
    </message>
    <message>
        <source>Already there</source>
        <translation>已有</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
</context>
<context>
    <name>ImportSession</name>
    <message>
        <source>Importing documents: {done} of {total}</source>
        <translation>正在导入文稿：{done}/{total}</translation>
    </message>
</context>
<context>
    <name>Inference</name>
    <message>
        <source>The document has no title; this is what its first paragraph says.</source>
        <translation>原文没有标题，此处取自首段。</translation>
    </message>
    <message>
        <source>The document does not say where it was published; its notice names this.</source>
        <translation>原文没有写明来源，依声明中的名称推断。</translation>
    </message>
    <message>
        <source>The document has only month and day; the year follows from the others in it.</source>
        <translation>原文只写月日，年份依文中其他年份推断。</translation>
    </message>
    <message>
        <source>The document does not say its day; this is the first date in its text.</source>
        <translation>原文没有写明日期，此处取文中第一个日期。</translation>
    </message>
    <message>
        <source>The document has no date; this is the day of its file.</source>
        <translation>原文没有日期，此处取文件的日期。</translation>
    </message>
</context>
<context>
    <name>JobBar</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
</context>
<context>
    <name>Links</name>
    <message>
        <source>Search for {query}</source>
        <translation>搜索：{query}</translation>
    </message>
    <message>
        <source>Not opened: {address} is no address of the web or of mail</source>
        <translation>没有打开：{address} 不是网址，也不是邮箱地址</translation>
    </message>
    <message>
        <source>Opened in another program: {address}</source>
        <translation>已在其他程序中打开：{address}</translation>
    </message>
    <message>
        <source>No program opens {address}</source>
        <translation>没有程序可以打开 {address}</translation>
    </message>
</context>
<context>
    <name>MatchMenu</name>
    <message>
        <source>Not the same: {labels}</source>
        <translation>不是同一项：{labels}</translation>
    </message>
    <message>
        <source>The same as</source>
        <translation>与此为同一项</translation>
    </message>
    <message>
        <source>As proposed</source>
        <translation>恢复自动对应</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Copy details</source>
        <translation>复制详情</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>关闭这条消息</translation>
    </message>
</context>
<context>
    <name>NoteDialog</name>
    <message>
        <source>Note</source>
        <translation>笔记</translation>
    </message>
    <message>
        <source>“{quote}”</source>
        <translation>“{quote}”</translation>
    </message>
    <message>
        <source>What is to be remembered, checked or asked?</source>
        <translation>要记住、核实或追问什么？</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>NothingFound</name>
    <message>
        <source>Nothing to search yet</source>
        <translation>请接着输入</translation>
    </message>
    <message>
        <source>Try one of these:</source>
        <translation>例如：</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>没有找到</translation>
    </message>
    <message>
        <source>Looked for: {query}</source>
        <translation>查找的是：{query}</translation>
    </message>
    <message>
        <source>This finds something:</source>
        <translation>这样能找到：</translation>
    </message>
    <message>
        <source>Try fewer or shorter words or a part of a name. F1 says what can be typed.</source>
        <translation>可以少用几个词、用更短的词，或只输入名称的一部分。按 F1 查看可以输入什么。</translation>
    </message>
</context>
<context>
    <name>OutlineModel</name>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Subtitle</source>
        <translation>副标题</translation>
    </message>
    <message>
        <source>About it</source>
        <translation>稿件信息</translation>
    </message>
    <message>
        <source>Heading {level}</source>
        <translation>标题 {level} 级</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>List</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Credit</source>
        <translation>署名</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>声明</translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>{announced} announced, {described} described here</source>
        <translation>公布 {announced} 项，本稿介绍 {described} 项</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>摘要</translation>
    </message>
    <message>
        <source>Original text</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>Systems</source>
        <translation>相关系统</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>相关单位</translation>
    </message>
    <message>
        <source>People</source>
        <translation>相关人物</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>相关地区</translation>
    </message>
    <message>
        <source>Related</source>
        <translation>相关条目</translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation>发布单位</translation>
    </message>
    <message>
        <source>Occasion</source>
        <translation>发布场合</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>发布日期</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>所述时期</translation>
    </message>
    <message>
        <source>Published by</source>
        <translation>刊载媒体</translation>
    </message>
    <message>
        <source>Credit</source>
        <translation>署名</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>inferred</source>
        <translation>推断</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Copyright notice</source>
        <translation>版权声明</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>A summary in our own words, not the published text.</source>
        <translation>以上为另行撰写的摘要，不是原文。</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>网址</translation>
    </message>
    <message>
        <source>paragraph {numbers} of the source</source>
        <translation>原文第 {numbers} 段</translation>
    </message>
    <message>
        <source>Figures in</source>
        <translation>数据 · 计量单位</translation>
    </message>
    <message>
        <source>Starred</source>
        <translation>已收藏</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>笔记</translation>
    </message>
    <message>
        <source>“{quote}”</source>
        <translation>“{quote}”</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Nothing yet: Ctrl+D stars the item that is shown.</source>
        <translation>还没有收藏。按 Ctrl+D 收藏正在看的条目。</translation>
    </message>
    <message>
        <source>Nothing yet: select a passage, and Ctrl+H highlights it.</source>
        <translation>还没有标记。选中一段文字，按 Ctrl+H 标记。</translation>
    </message>
    <message>
        <source>Nothing yet: Ctrl+M writes a note to what is selected, or to the item that is shown.</source>
        <translation>还没有笔记。按 Ctrl+M，为选中的文字或正在看的条目写笔记。</translation>
    </message>
    <message>
        <source>All marks have their place.</source>
        <translation>所有标记都在原处。</translation>
    </message>
    <message>
        <source>The library is empty</source>
        <translation>资料库是空的</translation>
    </message>
    <message>
        <source>Open press releases: as files, by dropping them on this window, or as text.</source>
        <translation>打开通稿：可以选文件，可以拖到本窗口，也可以粘贴文字。</translation>
    </message>
    <message>
        <source>text, Markdown, saved web pages, Word, PDF</source>
        <translation>文本、Markdown、保存的网页、Word、PDF</translation>
    </message>
    <message>
        <source>all documents in it</source>
        <translation>其中的全部文稿</translation>
    </message>
    <message>
        <source>what you have copied elsewhere</source>
        <translation>在别处复制的文字</translation>
    </message>
    <message>
        <source>the one that came with the program</source>
        <translation>随程序附带的那一份</translation>
    </message>
    <message>
        <source>No longer in the library</source>
        <translation>已不在资料库中</translation>
    </message>
    <message>
        <source>{id} has been removed, or its document has changed.</source>
        <translation>{id} 已被移除，或其文稿已有变化。</translation>
    </message>
    <message>
        <source>bring it back, if it has just been removed</source>
        <translation>如果刚刚移除，可以恢复</translation>
    </message>
    <message>
        <source>it may have another name now</source>
        <translation>它现在也许叫别的名称</translation>
    </message>
    <message>
        <source>see what the library has</source>
        <translation>看看资料库里有什么</translation>
    </message>
    <message>
        <source>open its document again</source>
        <translation>重新打开它的文稿</translation>
    </message>
    <message>
        <source>What can be opened, and what is read of it</source>
        <translation>能打开什么，能读出什么</translation>
    </message>
</context>
<context>
    <name>PreferenceControl</name>
    <message>
        <source>{typeface}: not installed</source>
        <translation>{typeface}：未安装</translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>阅读</translation>
    </message>
    <message>
        <source>Copying</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>启动</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>Of menus and messages; releases stay as they are written.</source>
        <translation>菜单和提示所用的语言；通稿原文不变。</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>The colours of all windows. Like the system: light, dark or high contrast, as it is.</source>
        <translation>所有窗口的颜色；跟随系统时，浅色、深色或高对比度随系统而定。</translation>
    </message>
    <message>
        <source>Text &amp;size</source>
        <translation>字号(&amp;S)</translation>
    </message>
    <message>
        <source>In points. While you read: Ctrl++, Ctrl+-, or Ctrl and the wheel.</source>
        <translation>单位为磅。阅读时也可按 Ctrl++、Ctrl+-，或按住 Ctrl 转动滚轮。</translation>
    </message>
    <message>
        <source>Type&amp;face</source>
        <translation>字体(&amp;F)</translation>
    </message>
    <message>
        <source>Of running text. Titles and figures are always without serifs.</source>
        <translation>正文的字体；标题和大号数字始终为黑体。</translation>
    </message>
    <message>
        <source>Line &amp;height</source>
        <translation>行高(&amp;H)</translation>
    </message>
    <message>
        <source>From line to line, against the height of a character.</source>
        <translation>行与行的距离，为字高的倍数。</translation>
    </message>
    <message>
        <source>&amp;Characters in a line</source>
        <translation>每行字数(&amp;C)</translation>
    </message>
    <message>
        <source>At most; a narrow window has fewer.</source>
        <translation>最多的字数；窗口窄时会少一些。</translation>
    </message>
    <message>
        <source>&amp;Indent paragraphs</source>
        <translation>段首缩进(&amp;I)</translation>
    </message>
    <message>
        <source>The first line begins two characters further in, as in books.</source>
        <translation>每段第一行空两格，与书籍相同。</translation>
    </message>
    <message>
        <source>&amp;Usually copy as</source>
        <translation>默认复制方式(&amp;U)</translation>
    </message>
    <message>
        <source>What Ctrl+C copies. Edit › Copy as has the others.</source>
        <translation>Ctrl+C 复制的形式；其他形式在“编辑 › 复制为”里。</translation>
    </message>
    <message>
        <source>&amp;Bring back tabs and search</source>
        <translation>恢复标签页和搜索(&amp;B)</translation>
    </message>
    <message>
        <source>The window opens with what was on it when it was closed.</source>
        <translation>打开窗口时，回到上次关闭时的样子。</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>样例</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>首选项</translation>
    </message>
    <message>
        <source>Search preferences</source>
        <translation>搜索首选项</translation>
    </message>
    <message>
        <source>Kept in this fil&amp;e:</source>
        <translation>保存在此文件(&amp;E)：</translation>
    </message>
    <message>
        <source>Copy &amp;path</source>
        <translation>复制路径(&amp;P)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Nothing matches “{typed}”.</source>
        <translation>没有符合“{typed}”的首选项。</translation>
    </message>
    <message>
        <source>U&amp;ndo</source>
        <translation>撤销(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Reset to usual</source>
        <translation>恢复默认(&amp;R)</translation>
    </message>
</context>
<context>
    <name>PreviewDialog</name>
    <message>
        <source>Open document</source>
        <translation>打开文稿</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>Heading {level}</source>
        <translation>标题 {level} 级</translation>
    </message>
    <message>
        <source>Paragraphs</source>
        <translation>段落</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>标题(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Date</source>
        <translation>日期(&amp;D)</translation>
    </message>
    <message>
        <source>The chosen &amp;paragraphs are</source>
        <translation>所选段落是(&amp;P)</translation>
    </message>
    <message>
        <source>Ctrl+0 to Ctrl+3</source>
        <translation>Ctrl+0 到 Ctrl+3</translation>
    </message>
    <message>
        <source>&amp;Keep in library</source>
        <translation>收入资料库(&amp;K)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>In the title there is what is not seen, or taken for something else: {title}</source>
        <translation>标题里有看不见或容易认错的字符：{title}</translation>
    </message>
    <message numerus="yes">
        <source>{count} section(s)</source>
        <translation>
            <numerusform>{count} 个类别</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} item(s)</source>
        <translation>
            <numerusform>{count} 条</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} figure(s)</source>
        <translation>
            <numerusform>{count} 项数据</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} clause(s) of a notice</source>
        <translation>
            <numerusform>{count} 条声明</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PrintPreview</name>
    <message>
        <source>Print: {title}</source>
        <translation>打印：{title}</translation>
    </message>
    <message>
        <source>Size on the screen</source>
        <translation>显示比例</translation>
    </message>
    <message>
        <source>Page number</source>
        <translation>页码</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
</context>
<context>
    <name>Program</name>
    <message>
        <source>Release Viewer</source>
        <translation>通稿阅读器</translation>
    </message>
    <message>
        <source>Last time the program ended unexpectedly. Where it did is written in {path}. You can go on.</source>
        <translation>上次程序意外退出，出错位置记录在 {path}。可以继续使用。</translation>
    </message>
    <message>
        <source>Writing: {done} of {total}</source>
        <translation>正在写入：{done}/{total}</translation>
    </message>
    <message>
        <source>Written: {path}</source>
        <translation>已写入：{path}</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Something went wrong inside the program ({error}). You can go on.</source>
        <translation>程序内部出错（{error}），可以继续使用。</translation>
    </message>
    <message>
        <source>{count} times something went wrong inside the program, at last {error}. You can go on.</source>
        <translation>程序内部出错 {count} 次，最近一次是 {error}，可以继续使用。</translation>
    </message>
</context>
<context>
    <name>Query</name>
    <message>
        <source>category with “{text}”</source>
        <translation>类别含“{text}”</translation>
    </message>
    <message>
        <source>department with “{text}”</source>
        <translation>部门含“{text}”</translation>
    </message>
    <message>
        <source>system with “{text}”</source>
        <translation>系统含“{text}”</translation>
    </message>
    <message>
        <source>person with “{text}”</source>
        <translation>人物含“{text}”</translation>
    </message>
    <message>
        <source>place with “{text}”</source>
        <translation>地区含“{text}”</translation>
    </message>
    <message>
        <source>starred</source>
        <translation>已收藏</translation>
    </message>
    <message>
        <source>highlighted</source>
        <translation>有标记</translation>
    </message>
    <message>
        <source>with a note</source>
        <translation>有笔记</translation>
    </message>
    <message>
        <source>with “{text}” highlighted</source>
        <translation>标记处含“{text}”</translation>
    </message>
    <message>
        <source>with “{text}” in a note</source>
        <translation>笔记含“{text}”</translation>
    </message>
    <message>
        <source>“{text}”</source>
        <translation>“{text}”</translation>
    </message>
    <message>
        <source>as pinyin</source>
        <translation>作为拼音</translation>
    </message>
    <message>
        <source>as the number {value}</source>
        <translation>作为数 {value}</translation>
    </message>
    <message>
        <source>{text}, also {ways}</source>
        <translation>{text}（也{ways}）</translation>
    </message>
    <message>
        <source> and </source>
        <translation> 且 </translation>
    </message>
    <message>
        <source>of the year {year}</source>
        <translation>{year} 年的</translation>
    </message>
    <message>
        <source>without {part}</source>
        <translation>不含{part}</translation>
    </message>
    <message>
        <source>, and </source>
        <translation>，并且 </translation>
    </message>
    <message>
        <source>either </source>
        <translation>任一：</translation>
    </message>
    <message>
        <source>, or </source>
        <translation>，或 </translation>
    </message>
    <message>
        <source>Ignored: {what}</source>
        <translation>已略去：{what}</translation>
    </message>
    <message>
        <source>a figure in {unit}</source>
        <translation>单位为{unit}的数据</translation>
    </message>
    <message>
        <source>a figure of {value}</source>
        <translation>数值为 {value} 的数据</translation>
    </message>
    <message>
        <source>a figure {range}</source>
        <translation>数值 {range} 的数据</translation>
    </message>
    <message>
        <source>a quotation mark or bracket without its partner: {text}</source>
        <translation>不成对的引号或括号 {text}</translation>
    </message>
    <message>
        <source>nothing to search: {text}</source>
        <translation>{text} 没有可查找的内容</translation>
    </message>
    <message>
        <source>no number: {text}</source>
        <translation>{text} 不是数</translation>
    </message>
    <message>
        <source>no year: {text}</source>
        <translation>{text} 不是年份</translation>
    </message>
    <message>
        <source>no value can be in it: {text}</source>
        <translation>{text} 是空的范围</translation>
    </message>
    <message>
        <source>a bracket inside of ten others: {text}</source>
        <translation>括号嵌套超过十层：{text}</translation>
    </message>
    <message>
        <source>everything after the first 256 characters</source>
        <translation>第 256 个字符以后的内容</translation>
    </message>
</context>
<context>
    <name>Recent</name>
    <message>
        <source>No recent searches</source>
        <translation>没有最近的搜索</translation>
    </message>
    <message>
        <source>No recent documents</source>
        <translation>没有最近打开的文稿</translation>
    </message>
</context>
<context>
    <name>Recovery</name>
    <message>
        <source>Saved: releases {releases}; stars, highlights and notes {annotations}; corrected matches {corrections}.</source>
        <translation>已救出：通稿 {releases} 份，收藏、标记和笔记 {annotations} 处，更正的对应 {corrections} 处。</translation>
    </message>
    <message>
        <source>With gaps, to be opened again: {ids}.</source>
        <translation>有缺漏，需重新打开原文：{ids}。</translation>
    </message>
    <message>
        <source>Lost: {ids}.</source>
        <translation>丢失：{ids}。</translation>
    </message>
    <message>
        <source>Lost stars, highlights and notes: {count}.</source>
        <translation>丢失的收藏、标记和笔记：{count} 处。</translation>
    </message>
    <message>
        <source>The damaged file is kept as it was: {path}</source>
        <translation>损坏的文件原样保存在：{path}</translation>
    </message>
</context>
<context>
    <name>Removing</name>
    <message>
        <source>Remove release</source>
        <translation>移除通稿</translation>
    </message>
    <message>
        <source>Open a release to remove it</source>
        <translation>请先打开要移除的通稿</translation>
    </message>
    <message>
        <source>Removed {count} releases. Ctrl+Z brings them back.</source>
        <translation>已移除 {count} 份通稿，按 Ctrl+Z 恢复。</translation>
    </message>
    <message>
        <source>Removed “{title}”. Ctrl+Z brings it back.</source>
        <translation>已移除“{title}”，按 Ctrl+Z 恢复。</translation>
    </message>
    <message>
        <source>{count} releases are back</source>
        <translation>已恢复 {count} 份通稿</translation>
    </message>
    <message>
        <source>“{title}” is back</source>
        <translation>已恢复“{title}”</translation>
    </message>
</context>
<context>
    <name>RepairDialog</name>
    <message>
        <source>Repair the library</source>
        <translation>修复资料库</translation>
    </message>
    <message>
        <source>Save what can be read of the damaged library into a sound one?</source>
        <translation>要把损坏的资料库中还能读取的内容救到一个完好的资料库里吗？</translation>
    </message>
    <message>
        <source>The damaged file is first kept as it is in {folder}. Releases, stars, highlights, notes and corrected matches are then read from it, and take its place all at once. What cannot be read is named.</source>
        <translation>损坏的文件会先原样保存在 {folder}。然后从中读出通稿、收藏、标记、笔记和更正的对应，一次性放回原处。读不出的会逐一列出。</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>修复</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>Repairing</name>
    <message>
        <source>Repair…</source>
        <translation>修复…</translation>
    </message>
    <message>
        <source>Make the index anew</source>
        <translation>重建索引</translation>
    </message>
    <message>
        <source>Repairing: {done} of {total}</source>
        <translation>正在修复：{done} / {total}</translation>
    </message>
    <message>
        <source>The library is sound; there was nothing to repair.</source>
        <translation>资料库完好，无需修复。</translation>
    </message>
    <message>
        <source>Making the search index: {done} of {total}</source>
        <translation>正在重建搜索索引：{done} / {total}</translation>
    </message>
</context>
<context>
    <name>SearchBar</name>
    <message>
        <source>Search titles, text, units, figures or pinyin…   Ctrl+K</source>
        <translation>搜索标题、正文、单位、数字或拼音…   Ctrl+K</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
</context>
<context>
    <name>SearchSession</name>
    <message>
        <source>“{typed}”</source>
        <translation>“{typed}”</translation>
    </message>
    <message>
        <source>no hits</source>
        <translation>没有结果</translation>
    </message>
    <message>
        <source>{place} of {total}</source>
        <translation>第 {place} 条，共 {total} 条</translation>
    </message>
    <message>
        <source>{milliseconds} ms</source>
        <translation>{milliseconds} ms</translation>
    </message>
</context>
<context>
    <name>SideWindows</name>
    <message>
        <source>Found: {query}</source>
        <translation>搜索结果：{query}</translation>
    </message>
    <message>
        <source>The whole library</source>
        <translation>整个资料库</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Browse: {way}</source>
        <translation>浏览方式：{way}</translation>
    </message>
    <message>
        <source>Way to browse</source>
        <translation>浏览方式</translation>
    </message>
    <message>
        <source>Releases</source>
        <translation>通稿</translation>
    </message>
</context>
<context>
    <name>Spoken</name>
    <message>
        <source>{place} of at least {total}</source>
        <translation>第 {place} 项，至少 {total} 项</translation>
    </message>
    <message>
        <source>{place} of {total}</source>
        <translation>第 {place} 项，共 {total} 项</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message numerus="yes">
        <source>{count} item(s)</source>
        <translation>
            <numerusform>{count} 条</numerusform>
        </translation>
    </message>
    <message>
        <source>Search index: {percent} %</source>
        <translation>正在建立搜索索引：{percent}%</translation>
    </message>
</context>
<context>
    <name>TabBar</name>
    <message>
        <source>Tabs</source>
        <translation>标签页</translation>
    </message>
    <message>
        <source>Close tab</source>
        <translation>关闭标签页</translation>
    </message>
</context>
<context>
    <name>TakeAlong</name>
    <message>
        <source>Library</source>
        <translation>资料库</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Drawing</source>
        <translation>矢量图</translation>
    </message>
    <message>
        <source>Copying: {done} of {total}</source>
        <translation>正在复制：{done}/{total}</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>网页</translation>
    </message>
    <message>
        <source>Table of entries</source>
        <translation>条目表</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
</context>
<context>
    <name>Toolbar</name>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
</context>
<context>
    <name>TreeModel</name>
    <message>
        <source>{count} below</source>
        <translation>下有 {count} 项</translation>
    </message>
    <message>
        <source>Starred</source>
        <translation>已收藏</translation>
    </message>
    <message>
        <source>Highlighted</source>
        <translation>已标记</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>笔记</translation>
    </message>
    <message>
        <source>Marks whose text is gone</source>
        <translation>原文已不在的标记</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地区</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系统与机制</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人物</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Stars and notes</source>
        <translation>收藏与笔记</translation>
    </message>
    <message>
        <source>Ratios</source>
        <translation>比率</translation>
    </message>
    <message>
        <source>No place named</source>
        <translation>未注明地区</translation>
    </message>
</context>
<context>
    <name>WelcomeBar</name>
    <message>
        <source>Browse at the left</source>
        <translation>在左侧浏览</translation>
    </message>
    <message>
        <source>{key} searches, pinyin too</source>
        <translation>{key} 搜索，拼音也行</translation>
    </message>
    <message>
        <source>{key} copies with the source</source>
        <translation>{key} 复制并附来源</translation>
    </message>
    <message>
        <source>{key} opens your own releases</source>
        <translation>{key} 打开自己的通稿</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>欢迎使用</translation>
    </message>
    <message>
        <source>Got it</source>
        <translation>知道了</translation>
    </message>
    <message>
        <source>Put these hints away for good</source>
        <translation>收起提示，不再显示</translation>
    </message>
</context>
<context>
    <name>cli</name>
    <message>
        <source>A reader for official press releases. Without a command it opens its window.</source>
        <translation>官方新闻通稿阅读器。不带命令时打开窗口。</translation>
    </message>
    <message>
        <source>options</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>print the version</source>
        <translation>显示版本</translation>
    </message>
    <message>
        <source>words, fields, numbers or pinyin, as in the search bar</source>
        <translation>词、字段、数字或拼音，与搜索栏相同</translation>
    </message>
    <message>
        <source>the library to use, in place of $RELEASE_VIEWER_LIBRARY or the user&apos;s own</source>
        <translation>要使用的资料库，代替 $RELEASE_VIEWER_LIBRARY 或用户自己的资料库</translation>
    </message>
    <message>
        <source>commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>print JSON</source>
        <translation>以 JSON 输出</translation>
    </message>
    <message>
        <source>print releases, sections and items with their ids</source>
        <translation>列出通稿、类别和条目及其编号</translation>
    </message>
    <message>
        <source>print what a query finds</source>
        <translation>列出搜索结果</translation>
    </message>
    <message>
        <source>how many hits at most (20)</source>
        <translation>最多列出几条（20）</translation>
    </message>
    <message>
        <source>print one release, section or item</source>
        <translation>显示一份通稿、一个类别或一个条目</translation>
    </message>
    <message>
        <source>an id, as `list` prints it</source>
        <translation>编号，见 list 的输出</translation>
    </message>
    <message>
        <source>how to print it</source>
        <translation>输出格式</translation>
    </message>
    <message>
        <source>print every figure</source>
        <translation>列出全部数据</translation>
    </message>
    <message>
        <source>the id of a later one; may be several</source>
        <translation>较晚的通稿的编号，可以写几个</translation>
    </message>
    <message>
        <source>print the copyright notice of every release</source>
        <translation>显示每份通稿的版权声明</translation>
    </message>
    <message>
        <source>print JSON: what became of each document, or with --dry-run each release on a line</source>
        <translation>输出 JSON：每份文稿的结果；与 --dry-run 合用时每份通稿一行</translation>
    </message>
    <message>
        <source>remove a release</source>
        <translation>移除一份通稿</translation>
    </message>
    <message>
        <source>the id of a release</source>
        <translation>通稿的编号</translation>
    </message>
    <message>
        <source>Something went wrong inside the program ({error}). Where it did is written in {folder}.</source>
        <translation>程序内部出错（{error}），出错位置记录在 {folder}。</translation>
    </message>
    <message>
        <source>open another window where one is open already</source>
        <translation>已有窗口时另开一个窗口</translation>
    </message>
    <message>
        <source>print what became of the figures of one release in another</source>
        <translation>对比几份通稿的数据</translation>
    </message>
    <message>
        <source>also draw what is in two or more of them into a .png or .svg file</source>
        <translation>同时把见于两份以上通稿的数据画成 .png 或 .svg 图表</translation>
    </message>
    <message>
        <source>write entries into a file, or their figures</source>
        <translation>把条目或其中的数据写入文件</translation>
    </message>
    <message>
        <source>a file that ends in .md, .html, .csv, .json or .pdf</source>
        <translation>以 .md、.html、.csv、.json 或 .pdf 结尾的文件</translation>
    </message>
    <message>
        <source>only this release, section or item; may be given again</source>
        <translation>只写这份通稿、类别或条目；可多次给出</translation>
    </message>
    <message>
        <source>only what this finds</source>
        <translation>只写查到的条目</translation>
    </message>
    <message>
        <source>a table of the figures instead (.csv)</source>
        <translation>改写数据表（.csv）</translation>
    </message>
    <message>
        <source>read documents and take them into the library</source>
        <translation>读取文稿并收入资料库</translation>
    </message>
    <message>
        <source>a document (txt, md, html, mhtml, docx, pdf, json) or a folder of them</source>
        <translation>文稿（txt、md、html、mhtml、docx、pdf、json）或其文件夹</translation>
    </message>
    <message>
        <source>print what is understood, and take nothing in</source>
        <translation>只输出读出的内容，不收入</translation>
    </message>
    <message>
        <source>look in a document for every figure and name of a release</source>
        <translation>在文稿中逐一查找通稿的数据和名称</translation>
    </message>
    <message>
        <source>the document that it was taken from</source>
        <translation>通稿所依据的文稿</translation>
    </message>
    <message>
        <source>check the search index, or make it anew</source>
        <translation>检查或重建搜索索引</translation>
    </message>
    <message>
        <source>say what is wrong with it</source>
        <translation>说明有何问题</translation>
    </message>
    <message>
        <source>make it anew, then check it</source>
        <translation>重建，然后检查</translation>
    </message>
    <message>
        <source>look at display, fonts, SQLite, library and folders</source>
        <translation>检查显示、字体、SQLite、资料库和文件夹</translation>
    </message>
    <message>
        <source>save what can be read of a damaged library into a sound one; the damaged file is kept</source>
        <translation>把损坏的资料库中还能读取的内容救到一个完好的资料库里；损坏的文件会保留</translation>
    </message>
    <message>
        <source>copy the library as it is now, while it is used or not</source>
        <translation>备份当前的资料库，正在使用时也可以</translation>
    </message>
    <message>
        <source>the file to write (one in “backups” beside the library, named by the date)</source>
        <translation>要写入的文件（默认写入资料库旁的 backups 文件夹，以日期命名）</translation>
    </message>
    <message>
        <source>put a copy in the place of the library, which is kept</source>
        <translation>用一份备份替换资料库，原来的内容会保留</translation>
    </message>
    <message>
        <source>a copy that `backup` made</source>
        <translation>由 `backup` 生成的备份</translation>
    </message>
    <message>
        <source>draw the window into a PNG file; needs no display</source>
        <translation>把窗口画成 PNG 图片，不需要显示设备</translation>
    </message>
    <message>
        <source>the file to write</source>
        <translation>要写入的文件</translation>
    </message>
    <message>
        <source>what is typed into the search bar</source>
        <translation>在搜索栏中输入的内容</translation>
    </message>
    <message>
        <source>the page that is shown</source>
        <translation>要显示的页面</translation>
    </message>
    <message>
        <source>draw this window, as the main one opens it</source>
        <translation>画出从主窗口打开的这个窗口</translation>
    </message>
    <message>
        <source>in pixels (1100x720)</source>
        <translation>以像素为单位（1100x720）</translation>
    </message>
    <message>
        <source>the colours</source>
        <translation>配色</translation>
    </message>
    <message>
        <source>show this help</source>
        <translation>显示本帮助</translation>
    </message>
    <message>
        <source>figure</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>place</source>
        <translation>地区</translation>
    </message>
    <message>
        <source>system</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>person</source>
        <translation>人物</translation>
    </message>
    <message>
        <source>{total} found, {shown} printed</source>
        <translation>找到 {total} 条，列出 {shown} 条</translation>
    </message>
    <message>
        <source>{done} of {total} entries indexed</source>
        <translation>已索引 {done}/{total} 条</translation>
    </message>
    <message>
        <source>The index is complete.</source>
        <translation>索引完整。</translation>
    </message>
    <message>
        <source>{done} of {total} written</source>
        <translation>已写入 {done}/{total}</translation>
    </message>
    <message>
        <source>Removed {id}.</source>
        <translation>已移除 {id}。</translation>
    </message>
    <message>
        <source>found</source>
        <translation>已找到</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>{total} facts, {missing} missing</source>
        <translation>共 {total} 项，缺失 {missing} 项</translation>
    </message>
    <message>
        <source>Copied to {path}</source>
        <translation>已备份到 {path}</translation>
    </message>
    <message>
        <source>Restored from {path}</source>
        <translation>已从 {path} 恢复</translation>
    </message>
    <message>
        <source>What was there before is kept: {path}</source>
        <translation>原来的内容保存在：{path}</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} / {total}</translation>
    </message>
    <message>
        <source>The library is sound; there is nothing to repair.</source>
        <translation>资料库完好，无需修复。</translation>
    </message>
</context>
<context>
    <name>doctor</name>
    <message>
        <source>program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>display</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Chinese font</source>
        <translation>中文字体</translation>
    </message>
    <message>
        <source>library</source>
        <translation>资料库</translation>
    </message>
    <message>
        <source>copies of the library</source>
        <translation>资料库备份</translation>
    </message>
    <message>
        <source>none ({reason}); only the window needs one</source>
        <translation>没有（{reason}）；只有窗口需要</translation>
    </message>
    <message>
        <source>comes with the system</source>
        <translation>系统自带</translation>
    </message>
    <message>
        <source>cannot tell without fc-list; install fontconfig (apt install fontconfig)</source>
        <translation>没有 fc-list，无法判断；请安装 fontconfig（apt install fontconfig）</translation>
    </message>
    <message>
        <source>none; install one (apt install fonts-noto-cjk)</source>
        <translation>没有；请安装一种（apt install fonts-noto-cjk）</translation>
    </message>
    <message>
        <source>{path}, not made yet</source>
        <translation>{path}，尚未建立</translation>
    </message>
    <message>
        <source>{path}, read-only</source>
        <translation>{path}，只读</translation>
    </message>
    <message>
        <source>{path}, sound</source>
        <translation>{path}，完好</translation>
    </message>
    <message>
        <source>none yet in {folder}</source>
        <translation>{folder} 中还没有</translation>
    </message>
    <message>
        <source>the newest is {path}</source>
        <translation>最新的是 {path}</translation>
    </message>
    <message>
        <source>folder of the library</source>
        <translation>资料库文件夹</translation>
    </message>
    <message>
        <source>folder of the settings</source>
        <translation>设置文件夹</translation>
    </message>
    <message>
        <source>folder of the error log</source>
        <translation>出错记录文件夹</translation>
    </message>
    <message>
        <source>{folder}, cannot be written</source>
        <translation>{folder}，无法写入</translation>
    </message>
    <message>
        <source>on this machine alone, as far as is known</source>
        <translation>未发现与其他机器共享</translation>
    </message>
    <message>
        <source>sharing of the library&apos;s folder</source>
        <translation>资料库文件夹是否共享</translation>
    </message>
    <message>
        <source>folder of the program&apos;s data</source>
        <translation>程序数据文件夹</translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>there is no such file</source>
        <translation>没有这个文件</translation>
    </message>
    <message>
        <source>Check the name and the folder.</source>
        <translation>请核对文件名和文件夹。</translation>
    </message>
    <message>
        <source>the file cannot be read ({reason})</source>
        <translation>无法读取这个文件（{reason}）</translation>
    </message>
    <message>
        <source>Check that it is a file and that you may read it.</source>
        <translation>请确认它是文件，并且你有读取权限。</translation>
    </message>
    <message>
        <source>the file is empty</source>
        <translation>文件是空的</translation>
    </message>
    <message>
        <source>Get a complete copy of it.</source>
        <translation>请重新取得完整的文件。</translation>
    </message>
    <message>
        <source>the file has {size} MB, and a release may have {limit} MB</source>
        <translation>文件有 {size} MB，超过通稿的上限 {limit} MB</translation>
    </message>
    <message>
        <source>Check that it is a release, or split it.</source>
        <translation>请确认它是通稿，或把它分成几份。</translation>
    </message>
    <message>
        <source>a paragraph has more than {limit} characters</source>
        <translation>有一段超过 {limit} 字</translation>
    </message>
    <message>
        <source>Check that it is a text that people wrote.</source>
        <translation>请核对它是不是人写的文稿。</translation>
    </message>
    <message>
        <source>it has more than {limit} paragraphs</source>
        <translation>段落超过 {limit} 个</translation>
    </message>
    <message>
        <source>its text has more than {limit} characters</source>
        <translation>文字超过 {limit} 个字符</translation>
    </message>
    <message>
        <source>this is no text, or it is in an encoding that cannot be told</source>
        <translation>这不是文本，或其编码无法辨认</translation>
    </message>
    <message>
        <source>Open it in the program that made it, and save it there as text in UTF-8.</source>
        <translation>请用原来的程序打开，另存为 UTF-8 文本。</translation>
    </message>
    <message>
        <source>there is no text in it to read</source>
        <translation>里面没有可读的文字</translation>
    </message>
    <message>
        <source>Check that it was saved whole, with the text that you want.</source>
        <translation>请核对它是否保存完整，所需文字是否在内。</translation>
    </message>
    <message>
        <source>its elements are nested too deeply ({limit} levels are read)</source>
        <translation>元素嵌套过深（最多读 {limit} 层）</translation>
    </message>
    <message>
        <source>Copy its text into a text file, and open that.</source>
        <translation>请把文字复制到文本文件，再打开它。</translation>
    </message>
    <message>
        <source>it has more than {limit} elements and attributes</source>
        <translation>元素和属性超过 {limit} 个</translation>
    </message>
    <message>
        <source>this is no whole web archive</source>
        <translation>这不是完整的网页存档</translation>
    </message>
    <message>
        <source>Save the page anew.</source>
        <translation>请重新保存网页。</translation>
    </message>
    <message>
        <source>the document is broken ({reason})</source>
        <translation>文稿已损坏（{reason}）</translation>
    </message>
    <message>
        <source>Get a complete copy of it, or save it anew.</source>
        <translation>请取得完整的副本，或重新保存。</translation>
    </message>
    <message>
        <source>the document is locked with a password</source>
        <translation>文稿有密码保护</translation>
    </message>
    <message>
        <source>Save it without a password, and open that.</source>
        <translation>请去掉密码另存，再打开。</translation>
    </message>
    <message>
        <source>this is a Word file of before 2007, or locked with a password</source>
        <translation>这是 2007 年以前的 Word 文件，或有密码保护</translation>
    </message>
    <message>
        <source>Save it as .docx without a password, and open that.</source>
        <translation>请另存为不带密码的 .docx，再打开。</translation>
    </message>
    <message>
        <source>this is no Word document</source>
        <translation>这不是 Word 文件</translation>
    </message>
    <message>
        <source>Save it as .docx, .pdf or text, and open that.</source>
        <translation>请另存为 .docx、.pdf 或文本，再打开。</translation>
    </message>
    <message>
        <source>it unpacks to more than {limit} MB</source>
        <translation>解压后超过 {limit} MB</translation>
    </message>
    <message>
        <source>the PDF has no text layer, as scans have none</source>
        <translation>这份 PDF 没有文字层，可能是扫描件</translation>
    </message>
    <message>
        <source>Run text recognition on it, and open the result.</source>
        <translation>请先做文字识别，再打开结果。</translation>
    </message>
    <message>
        <source>its text is in more pieces than can be put together</source>
        <translation>文字过于零散，无法拼接</translation>
    </message>
    <message>
        <source>it has more than {limit} pages</source>
        <translation>超过 {limit} 页</translation>
    </message>
    <message>
        <source>Split it.</source>
        <translation>请拆分它。</translation>
    </message>
    <message>
        <source>there are no documents in this folder</source>
        <translation>这个文件夹里没有文稿</translation>
    </message>
    <message>
        <source>Choose one with files that end in {endings}.</source>
        <translation>请选择含有 {endings} 文件的文件夹。</translation>
    </message>
    <message>
        <source>this is not JSON ({reason})</source>
        <translation>不是 JSON（{reason}）</translation>
    </message>
    <message>
        <source>Choose a release file in JSON, or mend this one.</source>
        <translation>请选择 JSON 格式的通稿，或改正这一份。</translation>
    </message>
    <message>
        <source>the release has format {found}, and this version reads up to {known}</source>
        <translation>文件的格式版本是 {found}，本程序最高能读 {known}</translation>
    </message>
    <message>
        <source>Update Release Viewer.</source>
        <translation>请更新通稿阅读器。</translation>
    </message>
    <message>
        <source>expected {expected}, got {found}</source>
        <translation>应为{expected}，实为 {found}</translation>
    </message>
    <message>
        <source>Mend it there; data/release.schema.json describes the format.</source>
        <translation>请在该处改正；格式见 data/release.schema.json。</translation>
    </message>
    <message>
        <source>the field “{field}” is missing</source>
        <translation>缺少字段“{field}”</translation>
    </message>
    <message>
        <source>Add it; data/release.schema.json describes the format.</source>
        <translation>请补上；格式见 data/release.schema.json。</translation>
    </message>
    <message>
        <source>there is no field “{field}”</source>
        <translation>没有名为“{field}”的字段</translation>
    </message>
    <message>
        <source>Check its spelling; data/release.schema.json describes the format.</source>
        <translation>请检查拼写；格式见 data/release.schema.json。</translation>
    </message>
    <message>
        <source>this is not a library of Release Viewer</source>
        <translation>这不是通稿阅读器的资料库</translation>
    </message>
    <message>
        <source>Choose another file with --library, or move this one away.</source>
        <translation>请用 --library 另选文件，或把它移走。</translation>
    </message>
    <message>
        <source>the library is damaged, and nothing more is written to it</source>
        <translation>资料库已损坏，程序不再向它写入任何内容</translation>
    </message>
    <message>
        <source>“release-viewer doctor --repair” saves what can be read of it.</source>
        <translation>请用“release-viewer doctor --repair”救出其中还能读取的内容。</translation>
    </message>
    <message>
        <source>the search index is damaged; the releases themselves are not</source>
        <translation>搜索索引已损坏，通稿本身完好</translation>
    </message>
    <message>
        <source>“release-viewer index --rebuild” makes it anew.</source>
        <translation>请用“release-viewer index --rebuild”重建索引。</translation>
    </message>
    <message>
        <source>nothing that a library holds can be read in it, and it was left as it is</source>
        <translation>从中读不出任何资料库内容，文件保持原样</translation>
    </message>
    <message>
        <source>“release-viewer restore FILE” puts a copy in its place; the newest one is {backup}.</source>
        <translation>请用“release-viewer restore FILE”把备份放回原处；最新的备份是 {backup}。</translation>
    </message>
    <message>
        <source>the library has to be brought to a new version, and cannot be copied before ({reason})</source>
        <translation>资料库需要升级到新版本，但无法先行备份（{reason}）</translation>
    </message>
    <message>
        <source>Make room for a copy of it beside it; until then it is left as it is.</source>
        <translation>请在它旁边腾出放备份的空间；在此之前资料库保持原样。</translation>
    </message>
    <message>
        <source>this copy is damaged itself, and the library was left as it is</source>
        <translation>这份备份本身已损坏，资料库保持原样</translation>
    </message>
    <message>
        <source>Restore another one.</source>
        <translation>请恢复另一份备份。</translation>
    </message>
    <message>
        <source>this file is the library itself</source>
        <translation>这个文件就是资料库本身</translation>
    </message>
    <message>
        <source>Choose another one.</source>
        <translation>请选择另一个文件。</translation>
    </message>
    <message>
        <source>another program keeps the library locked</source>
        <translation>资料库被另一个程序锁定</translation>
    </message>
    <message>
        <source>Close that program and try again.</source>
        <translation>请关闭那个程序后再试。</translation>
    </message>
    <message>
        <source>the library is read-only</source>
        <translation>资料库是只读的</translation>
    </message>
    <message>
        <source>Allow writing to the file and its folder, or choose another with --library.</source>
        <translation>请允许写入该文件及其文件夹，或用 --library 另选一个。</translation>
    </message>
    <message>
        <source>the library cannot be opened or written ({reason})</source>
        <translation>资料库无法打开或写入（{reason}）</translation>
    </message>
    <message>
        <source>Check the folder, its permissions and the free space on the disk.</source>
        <translation>请检查文件夹、权限和磁盘剩余空间。</translation>
    </message>
    <message>
        <source>the library is on a network ({kind}), where several programs can damage it</source>
        <translation>资料库位于网络文件系统（{kind}）上，多个程序同时使用可能会损坏它</translation>
    </message>
    <message>
        <source>Keep it on a disk of this machine; --library names the place.</source>
        <translation>请把它放在本机磁盘上；可用 --library 指定位置。</translation>
    </message>
    <message>
        <source>{service} copies the library to other machines, and may copy it half written</source>
        <translation>{service} 会把资料库同步到其他机器，可能同步到只写了一半的文件</translation>
    </message>
    <message>
        <source>Keep it in another folder; --library names the place.</source>
        <translation>请把它放在别的文件夹；可用 --library 指定位置。</translation>
    </message>
    <message>
        <source>the library that is open has been removed, or another is in its place</source>
        <translation>打开着的资料库已被移走，或原处已换成另一个</translation>
    </message>
    <message>
        <source>Nothing is written to it any more. Close the window, and open it again.</source>
        <translation>请关闭窗口后重新打开；在此之前不会再写入任何内容。</translation>
    </message>
    <message>
        <source>a newer version of Release Viewer made this library (version {found})</source>
        <translation>这个资料库由更新版本的通稿阅读器建立（版本 {found}）</translation>
    </message>
    <message>
        <source>Update Release Viewer, or choose another library with --library.</source>
        <translation>请更新通稿阅读器，或用 --library 另选资料库。</translation>
    </message>
    <message>
        <source>there is no entry “{id}” in the library</source>
        <translation>资料库里没有“{id}”</translation>
    </message>
    <message>
        <source>“release-viewer list” prints every id.</source>
        <translation>用 release-viewer list 可以列出全部编号。</translation>
    </message>
    <message>
        <source>there is no page “{id}”</source>
        <translation>没有“{id}”这一页</translation>
    </message>
    <message>
        <source>It may be in another library, or have been removed; Ctrl+P finds what there is.</source>
        <translation>请按 Ctrl+P 查找现有的页面；它可能在别的资料库里，或者已被移除。</translation>
    </message>
    <message>
        <source>“{address}” is no link of Release Viewer</source>
        <translation>“{address}” 不是通稿阅读器的链接</translation>
    </message>
    <message>
        <source>Copy it again; such links begin with release-viewer://item/.</source>
        <translation>请重新复制；这种链接以 release-viewer://item/ 开头。</translation>
    </message>
    <message>
        <source>{limit} tabs are open, and there cannot be more</source>
        <translation>已打开 {limit} 个标签页，不能再多</translation>
    </message>
    <message>
        <source>Close one with Ctrl+W.</source>
        <translation>请按 Ctrl+W 关闭一个。</translation>
    </message>
    <message>
        <source>something in these settings makes no sense; the usual values hold in its place</source>
        <translation>设置中有无法理解的内容，已改用默认值</translation>
    </message>
    <message>
        <source>It is kept as it was in {aside}; mend it there, or choose anew.</source>
        <translation>请查看另存的原文件 {aside}，或重新设置。</translation>
    </message>
    <message>
        <source>another program holds the clipboard, and nothing was copied</source>
        <translation>另一个程序占用着剪贴板，没有复制任何内容</translation>
    </message>
    <message>
        <source>Copy again, or close programs that keep what is copied.</source>
        <translation>请再复制一次，或关闭剪贴板管理程序。</translation>
    </message>
    <message>
        <source>the file cannot be written ({reason})</source>
        <translation>无法写入该文件（{reason}）</translation>
    </message>
    <message>
        <source>Choose another folder or name, or close the program that has it open.</source>
        <translation>请换一个文件夹或文件名，或关闭正在使用它的程序。</translation>
    </message>
    <message>
        <source>the ending of the name says no format</source>
        <translation>文件名的扩展名不对应任何格式</translation>
    </message>
    <message>
        <source>Let it end in .md, .html, .csv, .json or .pdf.</source>
        <translation>请用 .md、.html、.csv、.json 或 .pdf 作扩展名。</translation>
    </message>
    <message>
        <source>the ending of the name says no format for charts</source>
        <translation>文件名的扩展名不对应任何图表格式</translation>
    </message>
    <message>
        <source>Let it end in .png or .svg.</source>
        <translation>请用 .png 或 .svg 作扩展名。</translation>
    </message>
    <message>
        <source>a table of figures is written as CSV</source>
        <translation>数据表只能写成 CSV</translation>
    </message>
    <message>
        <source>Let the name end in .csv.</source>
        <translation>请用 .csv 作扩展名。</translation>
    </message>
    <message>
        <source>there is nothing to write into it</source>
        <translation>没有可写入的内容</translation>
    </message>
    <message>
        <source>Choose something that is in the library.</source>
        <translation>请选择资料库中已有的内容。</translation>
    </message>
    <message>
        <source>the image cannot be written</source>
        <translation>无法写入图片</translation>
    </message>
    <message>
        <source>Check the folder, and that the name ends in .png.</source>
        <translation>请检查文件夹，并确认扩展名是 .png。</translation>
    </message>
    <message>
        <source>there is no folder for your library and settings</source>
        <translation>没有存放资料库和设置的文件夹</translation>
    </message>
    <message>
        <source>Set HOME to a folder of yours.</source>
        <translation>请把 HOME 设为您自己的文件夹。</translation>
    </message>
    <message>
        <source>nothing can be kept in a temporary folder ({reason})</source>
        <translation>临时文件夹无法写入（{reason}）</translation>
    </message>
    <message>
        <source>Free some space on the disk, or set TMPDIR to a folder that you may write.</source>
        <translation>请腾出磁盘空间，或把 TMPDIR 设为可以写入的文件夹。</translation>
    </message>
    <message>
        <source>Qt cannot be loaded ({reason})</source>
        <translation>无法加载 Qt（{reason}）</translation>
    </message>
    <message>
        <source>Install it (on Debian: apt install libegl1 libgl1 libglib2.0-0 libdbus-1-3 libfontconfig1 libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-render-util0 libxcb-shape0 libxcb-xkb1 libwayland-cursor0); list, search, show, figures, notice and doctor work without it.</source>
        <translation>请安装缺少的库（Debian：apt install libegl1 libgl1 libglib2.0-0 libdbus-1-3 libfontconfig1 libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-render-util0 libxcb-shape0 libxcb-xkb1 libwayland-cursor0）；list、search、show、figures、notice、doctor 不需要它。</translation>
    </message>
    <message>
        <source>there is no display to open a window on ({reason})</source>
        <translation>没有可以打开窗口的显示设备（{reason}）</translation>
    </message>
    <message>
        <source>Without a display these work: release-viewer list, search, show, figures, notice, doctor, screenshot.</source>
        <translation>没有显示设备时可用：release-viewer list、search、show、figures、notice、doctor、screenshot。</translation>
    </message>
    <message>
        <source>{where}{problem}. {remedy}</source>
        <translation>{where}{problem}。{remedy}</translation>
    </message>
    <message>
        <source>an id of a-z, 0-9 and -</source>
        <translation>由 a-z、0-9 和 - 组成的编号</translation>
    </message>
    <message>
        <source>text that is not empty</source>
        <translation>非空的文字</translation>
    </message>
    <message>
        <source>an address that begins with http:// or https://</source>
        <translation>以 http:// 或 https:// 开头的网址</translation>
    </message>
    <message>
        <source>a paragraph number from 1 on</source>
        <translation>从 1 起的段落号</translation>
    </message>
    <message>
        <source>a number below 10^18</source>
        <translation>小于 10^18 的数</translation>
    </message>
    <message>
        <source>a start before its end</source>
        <translation>先于终点的起点</translation>
    </message>
    <message>
        <source>a level from 1 to 9</source>
        <translation>1 到 9 的级别</translation>
    </message>
    <message>
        <source>at least as many announced as described</source>
        <translation>不少于所列条目的公布数</translation>
    </message>
    <message>
        <source>a place from 1 on</source>
        <translation>从 1 起的位置</translation>
    </message>
    <message>
        <source>a level from 0 to 9</source>
        <translation>0 到 9 的级别</translation>
    </message>
    <message>
        <source>a heading shorter than its paragraph</source>
        <translation>短于本段的标题</translation>
    </message>
    <message>
        <source>64 hexadecimal digits</source>
        <translation>64 位十六进制数</translation>
    </message>
    <message>
        <source>as many paragraphs as are counted</source>
        <translation>与段数相同的段落</translation>
    </message>
    <message>
        <source>every id once</source>
        <translation>不重复的编号</translation>
    </message>
    <message>
        <source>text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>whole number</source>
        <translation>整数</translation>
    </message>
    <message>
        <source>number</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>number or a pair of numbers</source>
        <translation>数字或一对数字</translation>
    </message>
    <message>
        <source>whole number or null</source>
        <translation>整数或 null</translation>
    </message>
    <message>
        <source>list</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>object</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>object or null</source>
        <translation>对象或 null</translation>
    </message>
    <message>
        <source>date such as 2025-01-09</source>
        <translation>形如 2025-01-09 的日期</translation>
    </message>
    <message>
        <source>a value that the format allows</source>
        <translation>格式允许的值</translation>
    </message>
</context>
</TS>
