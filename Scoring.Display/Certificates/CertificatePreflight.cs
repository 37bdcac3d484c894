using Scoring.Core.Certificates;
using Scoring.Core.Definition;
using Scoring.Display.Certificates.Fonts;
using Scoring.Display.Certificates.Layout;
using Scoring.Display.Work;

namespace Scoring.Display.Certificates;

/// <summary>Looks a whole batch through before its first page is painted, and names everything that would not print right (R-H2, R-H5).</summary>
public sealed class CertificatePreflight(FontBook fonts)
{
    /// <summary>Every problem there is, in the order of the certificates; empty: the batch may be printed.</summary>
    public IReadOnlyList<CertificateProblem> Check(CertificateTemplate template, IReadOnlyCollection<CertificateFacts> batch)
    {
        var twice = batch.GroupBy(facts => facts.Number, StringComparer.OrdinalIgnoreCase).Where(same => same.Count() > 1).Select(same => same.Key)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        var each = batch.ToArray();
        var problems = new CertificateProblem[each.Length][];
        Parallel.For(0, each.Length, new ParallelOptions { TaskScheduler = SideThreads.Painting }, i => problems[i] = [.. Check(template, each[i], twice.Contains(each[i].Number))]);
        return [.. problems.SelectMany(found => found)];
    }

    private IEnumerable<CertificateProblem> Check(CertificateTemplate template, CertificateFacts facts, bool numberIsTwice)
    {
        var fields = Fields(facts).ToList();
        foreach (var (field, text, required) in fields)
        {
            if (required && string.IsNullOrWhiteSpace(text))
            {
                yield return Problem(CertificateFault.Blank, field, null, $"“{field}”是空的，请补填");
            }

            foreach (var rune in (text ?? "").EnumerateRunes().Distinct())
            {
                if (!Typesetter.Printable(rune) || !fonts.Has(rune.Value))
                {
                    yield return Problem(CertificateFault.MissingGlyph, field, rune.ToString(),
                        $"“{field}”中的“{rune}”（U+{rune.Value:X4}）没有字体能印出，请核对该字，或把含有它的字体放进 data/fonts 后重试");
                }
            }
        }

        if (facts.Issuers.Count == 0)
        {
            yield return Problem(CertificateFault.Blank, "颁发单位", null, "没有颁发单位，请在竞赛设置中填写");
        }

        if (numberIsTwice)
        {
            yield return Problem(CertificateFault.DuplicateNumber, "证书编号", null, $"编号 {facts.Number} 重复，请重新编号");
        }

        if (!SignedCertificate.Fits(facts))
        {
            yield return Problem(CertificateFault.TooLongForQr, "二维码", null, "文字太多，验证二维码放不下，请缩短竞赛全称或颁发单位");
        }

        if (fields.TrueForAll(field => !field.Required || !string.IsNullOrWhiteSpace(field.Text)) && facts.Issuers.Count > 0)
        {
            foreach (var element in CertificateLayout.Lay(template, facts, null, fonts).Overflowing.Distinct(StringComparer.Ordinal))
            {
                yield return Problem(CertificateFault.DoesNotFit, element, null, $"文字缩到最小仍放不下（版面元素 {element}），请缩短文字或在模板中放大该区域");
            }
        }

        CertificateProblem Problem(CertificateFault fault, string field, string? character, string message) =>
            new(facts.Number, facts.Name, fault, field, character, $"{facts.Name}（{facts.Number}）：{message}");
    }

    private static IEnumerable<(string Field, string? Text, bool Required)> Fields(CertificateFacts facts)
    {
        yield return ("证书编号", facts.Number, true);
        yield return ("标题", facts.Title, true);
        yield return ("姓名", facts.Name, true);
        yield return ("单位", facts.Organization, false);
        yield return (facts.TradeWord ?? TradeWord.Usual, facts.Trade, false);
        yield return ("奖项", facts.Award, true);
        yield return ("竞赛全称", facts.Competition, true);
        foreach (var issuer in facts.Issuers)
        {
            yield return ("颁发单位", issuer, true);
        }
    }
}

/// <param name="Name">Whose certificate.</param>
/// <param name="Field">Which fact, in words; the element's id for <see cref="CertificateFault.DoesNotFit"/>.</param>
/// <param name="Character">The character no font has; null for other faults.</param>
/// <param name="Message">For people: who, what, and what to do.</param>
public sealed record CertificateProblem(string Number, string Name, CertificateFault Fault, string Field, string? Character, string Message);

public enum CertificateFault { MissingGlyph, Blank, DuplicateNumber, DoesNotFit, TooLongForQr }
