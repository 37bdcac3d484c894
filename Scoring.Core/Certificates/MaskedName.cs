using System.Globalization;

namespace Scoring.Core.Certificates;

/// <summary>A name as the public verification page shows it (R-H6): 韩*升, 张*, 阿*提.</summary>
/// <remarks>First and last character stay, one * stands for whatever is between, so that neither a long name's length nor its parts show. Of two characters the second goes.</remarks>
public static class MaskedName
{
    public static string Of(string name)
    {
        var characters = new StringInfo(name.Trim());
        return characters.LengthInTextElements switch
        {
            0 => "",
            1 => "*",
            2 => characters.SubstringByTextElements(0, 1) + "*",
            var n => $"{characters.SubstringByTextElements(0, 1)}*{characters.SubstringByTextElements(n - 1)}",
        };
    }
}
