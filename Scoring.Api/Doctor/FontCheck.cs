using Scoring.Display.Certificates.Fonts;

namespace Scoring.Api.Doctor;

/// <summary>Whether certificates can be set, rare names among them.</summary>
public static class FontCheck
{
    private static readonly string[] Wanted = ["Noto Serif SC", "LXGW WenKai"];
    private const string Rare = "㛃䶮𠅤𬍛喆龑𫖯赟翀骉靐·〇";

    public static Finding Of(FontBook fonts)
    {
        var missing = Wanted.Where(w => !fonts.Faces.Any(f => f.Families.Contains(w, StringComparer.OrdinalIgnoreCase))).ToList();
        var without = Rare.EnumerateRunes().Where(r => !fonts.Has(r.Value)).Select(r => r.ToString()).ToList();
        return (fonts.Faces, missing, without, fonts.Problems) switch
        {
            ({ Count: 0 }, _, _, _) => new("fonts", "字体", Grade.Trouble, "一个字体也没有",
                "证书印不出来。请重新解压安装包（program/fonts 不能少），或把字体放进数据文件夹的 fonts。"),
            (_, { Count: > 0 }, _, _) => new("fonts", "字体", Grade.Caution, $"缺 {string.Join("、", missing)}",
                "证书会用别的字体代替。请重新解压安装包，program/fonts 不能少。"),
            (_, _, { Count: > 0 }, _) => new("fonts", "字体", Grade.Caution, $"有些生僻字印不出：{string.Concat(without)}",
                "把有这些字的字体（.ttf）放进数据文件夹的 fonts，重新启动。"),
            (_, _, _, { Count: > 0 }) => new("fonts", "字体", Grade.Caution, $"{fonts.Problems.Count} 个字体文件不能用",
                "数据文件夹的 fonts 里有坏的或不支持的字体，请换掉。"),
            _ => Finding.Well("fonts", "字体", $"{fonts.Faces.Count} 个，生僻字齐"),
        };
    }
}
