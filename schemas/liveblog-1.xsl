<?xml version="1.0" encoding="UTF-8"?>
<!--
  Shows a document of liveblog-1.rng as a page: the blog's facts, each entry under its id, its version and citation.
  XSLT 1.0. A document names it in a processing instruction, or a program applies it.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="http://www.w3.org/1999/xhtml"
    xmlns:lb="urn:uuid:59cd3ab0-4694-4e8c-8531-abc0a32d234b#liveblog" exclude-result-prefixes="lb">
  <xsl:output method="html" encoding="UTF-8" doctype-system="about:legacy-compat"/>

  <xsl:template match="/lb:liveBlog">
    <html>
      <xsl:copy-of select="@xml:lang"/>
      <xsl:if test="@xml:lang"><xsl:attribute name="lang"><xsl:value-of select="@xml:lang"/></xsl:attribute></xsl:if>
      <head>
        <meta charset="UTF-8"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <title><xsl:call-template name="title"/></title>
        <style>
          body { font: 1.05rem/1.5 Georgia, serif; max-width: 42rem; margin: 2rem auto; padding: 0 1rem; }
          article { border-top: 1px solid #bbb; padding: .5rem 0 1rem; }
          article.keyEvent { border-top: 3px solid #333; }
          article.deleted, article.draft { color: #555; }
          h2 { font-size: 1.25rem; margin: .2rem 0; }
          p, li, blockquote { white-space: pre-wrap; overflow-wrap: anywhere; }
          blockquote { border-left: 3px solid #999; margin: 1rem 0; padding-left: 1rem; }
          .about, footer, figcaption { font: .85rem/1.4 system-ui, sans-serif; color: #444; overflow-wrap: anywhere; }
        </style>
      </head>
      <body>
        <header>
          <h1 dir="auto"><xsl:call-template name="title"/></h1>
          <xsl:if test="lb:description"><p dir="auto"><xsl:value-of select="lb:description"/></p></xsl:if>
          <p class="about">
            <xsl:for-each select="lb:publisher | lb:author">
              <xsl:call-template name="agent"/><xsl:text>. </xsl:text>
            </xsl:for-each>
            <xsl:value-of select="count(lb:entry)"/>
            <xsl:if test="@incomplete">
              <xsl:text> of </xsl:text><xsl:value-of select="@declaredTotal"/>
            </xsl:if>
            <xsl:text> entries.</xsl:text>
            <xsl:if test="lb:capture/@retrieved"> Captured <xsl:value-of select="lb:capture/@retrieved"/>.</xsl:if>
            <xsl:call-template name="link"><xsl:with-param name="to" select="@url"/></xsl:call-template>
          </p>
        </header>
        <xsl:apply-templates select="lb:introduction/*"/>
        <main><xsl:apply-templates select="lb:entry"/></main>
        <footer><p dir="auto"><xsl:value-of select="lb:citation"/></p></footer>
      </body>
    </html>
  </xsl:template>

  <xsl:template name="title">
    <xsl:value-of select="lb:title"/>
    <xsl:if test="not(lb:title)">Live blog</xsl:if>
  </xsl:template>

  <xsl:template match="lb:entry">
    <article class="{@status}">
      <xsl:if test="@keyEvent"><xsl:attribute name="class"><xsl:value-of select="@status"/> keyEvent</xsl:attribute></xsl:if>
      <xsl:if test="contains(@id, '#')"><xsl:attribute name="id"><xsl:value-of select="substring-after(@id, '#')"/></xsl:attribute></xsl:if>
      <p class="about">
        <xsl:apply-templates select="lb:time"/>
        <xsl:if test="not(lb:time)"><xsl:value-of select="@day"/></xsl:if>
        <xsl:for-each select="lb:author"><xsl:text> · </xsl:text><xsl:call-template name="agent"/></xsl:for-each>
        <xsl:if test="@keyEvent"> · key event</xsl:if>
        <xsl:if test="@pinned"> · pinned</xsl:if>
        <xsl:if test="@status != 'published'"> · <xsl:value-of select="@status"/></xsl:if>
      </p>
      <xsl:if test="lb:headline"><h2 dir="auto"><xsl:value-of select="lb:headline"/></h2></xsl:if>
      <xsl:if test="lb:summary"><p dir="auto"><em><xsl:value-of select="lb:summary"/></em></p></xsl:if>
      <xsl:apply-templates select="lb:body/*"/>
      <p class="about" dir="auto"><xsl:value-of select="lb:citation"/></p>
    </article>
  </xsl:template>

  <xsl:template match="lb:time">
    <time>
      <xsl:if test="@value"><xsl:attribute name="datetime"><xsl:value-of select="@value"/></xsl:attribute></xsl:if>
      <xsl:value-of select="."/>
      <xsl:if test=". = ''"><xsl:value-of select="@value"/></xsl:if>
    </time>
    <xsl:if test="@qualifier != 'exact'"> (<xsl:value-of select="@qualifier"/>)</xsl:if>
  </xsl:template>

  <xsl:template name="agent">
    <xsl:value-of select="."/>
    <xsl:if test="@role"> (<xsl:value-of select="@role"/>)</xsl:if>
  </xsl:template>

  <!-- Only http, https and mailto become links: a source may hold any other, and a browser would follow it. -->
  <xsl:template name="link">
    <xsl:param name="to"/>
    <xsl:param name="words" select="$to"/>
    <xsl:variable name="scheme" select="translate(substring-before($to, ':'), 'AHILMOPST', 'ahilmopst')"/>
    <xsl:choose>
      <xsl:when test="$scheme = 'http' or $scheme = 'https' or $scheme = 'mailto'">
        <a rel="noreferrer"><xsl:attribute name="href"><xsl:value-of select="$to"/></xsl:attribute><xsl:value-of select="$words"/></a>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="$words"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="lb:p"><p dir="auto"><xsl:apply-templates/></p></xsl:template>

  <xsl:template match="lb:a">
    <xsl:call-template name="link">
      <xsl:with-param name="to" select="@href"/>
      <xsl:with-param name="words" select="string(.)"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="lb:heading"><p dir="auto"><strong><xsl:value-of select="."/></strong></p></xsl:template>

  <xsl:template match="lb:quotation">
    <blockquote dir="auto">
      <xsl:value-of select="."/>
      <xsl:if test="@source"><br/>— <xsl:value-of select="@source"/></xsl:if>
    </blockquote>
  </xsl:template>

  <xsl:template match="lb:list"><ul><xsl:call-template name="items"/></ul></xsl:template>
  <xsl:template match="lb:list[@ordered = 'true']"><ol><xsl:call-template name="items"/></ol></xsl:template>
  <xsl:template name="items">
    <xsl:for-each select="lb:item"><li dir="auto"><xsl:value-of select="."/></li></xsl:for-each>
  </xsl:template>

  <xsl:template match="lb:media">
    <figure>
      [<xsl:value-of select="@kind"/>] <xsl:call-template name="link"><xsl:with-param name="to" select="@url"/></xsl:call-template>
      <figcaption dir="auto">
        <xsl:value-of select="lb:caption"/>
        <xsl:if test="lb:alt"> [<xsl:value-of select="lb:alt"/>]</xsl:if>
        <xsl:if test="lb:credit"> (<xsl:value-of select="lb:credit"/>)</xsl:if>
      </figcaption>
    </figure>
  </xsl:template>

  <xsl:template match="lb:embed">
    <blockquote dir="auto">
      <xsl:value-of select="."/>
      <br/>[<xsl:value-of select="@provider"/>] <xsl:call-template name="link"><xsl:with-param name="to" select="@url"/></xsl:call-template>
    </blockquote>
  </xsl:template>
</xsl:stylesheet>
