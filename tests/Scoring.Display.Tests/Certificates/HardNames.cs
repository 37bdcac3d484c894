using System.Text;
using Scoring.Core.Certificates;

namespace Scoring.Display.Tests.Certificates;

/// <summary>A thousand names as lists really hold them: 1 to 50 characters, minority names with ·, outside the basic plane, Latin names of overseas staff.</summary>
internal static class HardNames
{
    private const string Rare = "㛃䶮𠅤𬍛喆龑𫖯𣸣赟翀淼犇骉靐𬭸𬭎𬬻𬭊𫟼㑇㕮䴙";
    private static readonly string[] Minority = ["阿卜杜热合曼", "麦麦提吐尔孙", "古丽娜孜尔", "艾力", "买买提", "吐尔逊", "巴特尔", "其其格", "扎西", "卓玛", "欧珠", "普布次仁", "格桑"];
    private static readonly string[] Latin = ["Maximilian O'Neill", "Jean-Pierre Müller", "José García", "Anna-Lena Schröder", "William H. Turner III", "François Lefèvre", "Nguyễn Văn An", "Søren Ångström"];

    public static IReadOnlyList<CertificateFacts> Thousand { get; } = [.. Enumerable.Range(0, 1000).Select(i => PrintingOffice.Facts with
    {
        Number = CertificateNumber.Write("YDB2026", "DG", i + 1), Name = Name(i),
        Organization = (i % 4) switch { 0 => null, 1 => "安阳恒泰电气有限公司", 2 => "中国石油天然气股份有限公司长庆油田分公司第一采气厂靖边净化一车间", _ => "GE Vernova（安阳）电力设备有限公司" },
    })];

    private static string Name(int i) => (i % 5) switch
    {
        0 => Latin[i / 5 % Latin.Length],
        1 => string.Join('·', Enumerable.Range(0, 2 + (i / 5 % 5)).Select(k => Minority[(i + (k * 3)) % Minority.Length])) is { Length: <= 50 } whole ? whole : Minority[i % Minority.Length],
        2 => string.Concat(Rare.EnumerateRunes().Skip(i % 20).Take(2 + (i % 3)).Select(rune => rune.ToString())),
        _ => Long(i, 1 + (i % 50)),
    };

    private static string Long(int i, int length)
    {
        var name = new StringBuilder();
        for (var k = 0; k < length; k++)
        {
            name.Append(k % 6 == 5 ? "·" : new Rune(0x4E00 + (((i * 53) + (k * 17)) % 6000)).ToString());
        }

        return name.ToString().TrimEnd('·');
    }
}
