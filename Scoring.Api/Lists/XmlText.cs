using System.Text;
using System.Xml;

namespace Scoring.Api.Lists;

/// <summary>Text of elements in pieces, so that one of millions of characters is refused before it is held.</summary>
internal sealed class XmlText
{
    private readonly char[] buffer = new char[1024];
    private readonly StringBuilder text = new();

    /// <summary>All text inside the element the reader stands on; afterwards the reader stands on its end.</summary>
    /// <param name="passOver">An element whose text does not count.</param>
    public string Read(XmlReader xml, string? passOver = null)
    {
        text.Clear();
        if (xml.IsEmptyElement)
        {
            return "";
        }

        var depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth)
        {
            while (xml.NodeType == XmlNodeType.Element && xml.LocalName == passOver)
            {
                xml.Skip();
            }

            if (xml.Depth <= depth)
            {
                break;
            }

            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace)
            {
                Append(xml);
            }
        }

        return text.Length == 0 ? "" : Unescape(text.ToString());
    }

    private void Append(XmlReader xml)
    {
        for (int read; (read = xml.ReadValueChunk(buffer, 0, buffer.Length)) > 0;)
        {
            if (text.Append(buffer, 0, read).Length > SheetLimits.LongestText)
            {
                throw new UnreadableFileException(XlsxParts.TooLarge);
            }
        }
    }

    // _x000D_ is how Excel writes characters that XML cannot hold.
    private static string Unescape(string value)
    {
        var at = value.IndexOf("_x", StringComparison.Ordinal);
        if (at < 0)
        {
            return value;
        }

        var plain = new StringBuilder(value.Length).Append(value, 0, at);
        while (at < value.Length)
        {
            if (at + 7 <= value.Length && value[at] == '_' && value[at + 1] == 'x' && value[at + 6] == '_'
                && ushort.TryParse(value.AsSpan(at + 2, 4), System.Globalization.NumberStyles.AllowHexSpecifier, null, out var code))
            {
                plain.Append((char)code);
                at += 7;
            }
            else
            {
                plain.Append(value[at++]);
            }
        }

        return plain.ToString();
    }
}
